import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createConsent } from '../../src/entries/index.js';
import type { RecordEvent } from '../../src/records/record-event.js';
import type * as Module from '../../src/records/send-records.js';
import { browser, ownerReads } from '../browser.js';
import { faultsOf } from './schema.js';

let page: ReturnType<typeof browser>;
let said: () => string[];
let sendRecords: typeof Module.sendRecords;

beforeEach(async () => {
  page = browser();
  said = ownerReads();
  vi.useFakeTimers({ now: Date.parse('2026-06-22T10:00:00Z'), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  vi.resetModules();
  ({ sendRecords } = await import('../../src/records/send-records.js'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const site = () => createConsent({ categories: { analytics: {}, marketing: {} }, policy: { version: '2.1' } });
const later = (ms = 1000) => vi.setSystemTime(Date.now() + ms);

/** An owner's server: it drops what it has, and is down when told so. */
function server() {
  const kept = new Map<string, RecordEvent>();
  const state = { down: false, calls: 0 };
  const send = async (events: readonly RecordEvent[]) => {
    state.calls += 1;
    if (state.down) throw new TypeError('Failed to fetch');
    for (const event of events) {
      const name = `${event.recordId} ${event.seq}`;
      if (!kept.has(name)) kept.set(name, JSON.parse(JSON.stringify(event)));
    }
  };
  return { state, send, events: () => [...kept.values()] };
}
/** Until what was changed together has gone. */
const idle = () => vi.advanceTimersByTimeAsync(1001);
const grants = ({ choices }: RecordEvent) => Object.values(choices).map(({ granted }) => granted);

describe('sendRecords', () => {
  test('sends nothing before a choice, then each change whole: accept, change, withdraw are three events of one record', async () => {
    const { send, state, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    log.identify('ann');
    await idle();
    expect(state.calls).toBe(0);
    expect(page.entries.size).toBe(0);
    consent.acceptAll();
    later();
    consent.decide({ marketing: false });
    later();
    consent.withdraw();
    await idle();
    expect(events().map(grants)).toEqual([
      [true, true],
      [true, false],
      [false, false],
    ]);
    const record = consent.record();
    expect(events().map(({ recordId }) => recordId)).toEqual(Array(3).fill(record?.id));
    const { id, checked, site: _, seal, earlier, ...rest } = record as NonNullable<typeof record>;
    const last = events()[2] as RecordEvent;
    expect(last).toMatchObject({ ...rest, gpc: false, recordId: id, at: '2026-06-22T10:00:03.001Z', subject: 'ann' });
    expect(events().flatMap(faultsOf)).toEqual([]);
    expect(log.events()).toEqual([]);
  });

  test('writes down neither network nor device', async () => {
    vi.stubGlobal('navigator', { userAgent: 'Secret Browser' });
    const { send, events } = server();
    const consent = site();
    sendRecords(consent, { send });
    consent.acceptAll();
    await idle();
    expect(Object.keys(events()[0] as object).sort()).toEqual(
      'about asked at build choices control format gpc granted kind layout locale method options policy previous recordId regime regimeReviewedOn seq texts v'.split(
        ' ',
      ),
    );
  });

  test('nothing is said twice: a change of another sort, a second log, the next visit', async () => {
    const { send, events } = server();
    const consent = site();
    const first = sendRecords(consent, { send });
    consent.acceptAll();
    await idle();
    sendRecords(consent, { send });
    first.stop();
    sendRecords(consent, { send });
    await idle();
    expect(events()).toHaveLength(1);
  });

  test('an answer given after a fast clock was set right has the time at which it was given', async () => {
    const { send, events } = server();
    const consent = site();
    sendRecords(consent, { send });
    later(3_600_000);
    consent.acceptAll();
    await idle();
    later(-3_600_000);
    const at = new Date().toISOString();
    consent.decide({ analytics: false });
    await idle();
    expect(events()[1]).toMatchObject({ kind: 'withdrawn', about: ['analytics'], at });
  });

  test('a tab that does not see yet what another has noted calls the change by the same name', async () => {
    const { send, events } = server();
    const consent = site();
    sendRecords(consent, { send });
    consent.acceptAll();
    await idle();
    page.entries.clear();
    vi.setSystemTime(Date.now() + 7);
    sendRecords(consent, { send });
    await idle();
    expect(events()).toHaveLength(1);
  });

  test('a choice that is older than the log is sent, too', async () => {
    const { send, events } = server();
    const consent = site();
    consent.acceptAll();
    sendRecords(consent, { send });
    await idle();
    expect(events()).toHaveLength(1);
  });

  test('what cannot be sent waits for the network, or for the next visit', async () => {
    const { send, state, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    state.down = true;
    consent.acceptAll();
    await idle();
    expect([events().length, log.events().length]).toEqual([0, 1]);
    state.down = false;
    page.fire('online');
    await idle();
    expect([events().length, log.events().length]).toEqual([1, 0]);
    state.down = true;
    later();
    consent.withdraw();
    await idle();
    log.stop();
    state.down = false;
    sendRecords(consent, { send });
    await idle();
    expect(events().map(grants)).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(said()).toEqual([]);
  });

  test('whatever happens, in the end the server knows every change once, in order', async () => {
    const step = fc.oneof(
      fc.record({ analytics: fc.boolean(), marketing: fc.boolean() }),
      fc.constantFrom('down', 'up', 'online', 'later', 'clock goes back', 'next visit'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        page = browser();
        const { send, state, events } = server();
        const consent = site();
        let log = sendRecords(consent, { send });
        const wanted: string[] = [];
        for (const each of steps) {
          if (each === 'down' || each === 'up') state.down = each === 'down';
          else if (each === 'online') page.fire('online');
          else if (each === 'later') later();
          else if (each === 'clock goes back') later(-5000);
          else if (each === 'next visit') {
            log.stop();
            log = sendRecords(consent, { send });
          } else {
            const before = JSON.stringify(consent.record()?.choices);
            consent.decide(each as object);
            const after = JSON.stringify(consent.record()?.choices);
            if (before !== after) wanted.push(after);
          }
          if (typeof each === 'string') await idle();
        }
        state.down = false;
        await log.flush();
        await log.flush();
        const inOrder = events().sort((one, other) => one.seq - other.seq);
        expect(inOrder.map(({ choices }) => JSON.stringify(choices))).toEqual(wanted);
        log.stop();
      }),
      { numRuns: 60 },
    );
  });

  test('keeps no more than a hundred events, says so once, and does without what held for the shortest time', async () => {
    const { send, state, events } = server();
    const sizes: number[] = [];
    const consent = site();
    const log = sendRecords(consent, {
      send: (all) => {
        sizes.push(JSON.stringify(all).length);
        return send(all);
      },
    });
    state.down = true;
    log.identify('ann');
    consent.acceptAll();
    later(86_400_000);
    log.erase();
    for (let round = 0; round < 60; round += 1) {
      later(60_000);
      consent.decide({ analytics: true });
      later(3);
      consent.decide({ analytics: false });
    }
    expect(log.events()).toHaveLength(100);
    expect(said()).toEqual([expect.stringMatching(/More than 100 changes wait for send.* shortest time are dropped/)]);
    const [first, deleted] = log.events();
    expect([first?.subject, deleted?.keepUntil]).toEqual(['ann', expect.any(String)]);
    expect(log.events().filter((event) => event.choices.analytics?.granted).length).toBeLessThan(50);
    expect(grants(log.events().at(-1) as RecordEvent)).toEqual([false, true]);
    state.down = false;
    await log.flush();
    expect(events()).toHaveLength(100);
    expect(log.events()).toEqual([]);
    expect(Math.max(...sizes)).toBeLessThan(32_000);
    expect(sizes.length).toBeGreaterThan(1);
  });

  test('one event larger than a browser lets go on while a page is left goes all the same, and blocks none', async () => {
    const fetched = vi.fn(async (_: string, { body }: RequestInit) => {
      const isLarge = new TextEncoder().encode(String(body)).length > 60_000;
      return new Response(null, { status: isLarge ? 204 : 500 });
    });
    vi.stubGlobal('fetch', fetched);
    const policy = { version: 'ข้อกำหนด'.repeat(3000) };
    const consent = createConsent({ categories: { analytics: {} }, policy });
    sendRecords(consent, { url: '/api/consent' });
    consent.acceptAll();
    consent.rejectAll();
    await idle();
    expect(fetched.mock.calls.map(([, { keepalive, body }]) => [keepalive, JSON.parse(String(body)).length])).toEqual([
      [false, 1],
      [false, 1],
    ]);
  });

  test('a server that never answers holds nothing up for longer than ten seconds', async () => {
    const signals: AbortSignal[] = [];
    const { send, events } = server();
    const consent = site();
    const log = sendRecords(consent, {
      send: (all, signal) => (signals.push(signal) === 1 ? new Promise(() => {}) : send(all)),
    });
    consent.acceptAll();
    await vi.advanceTimersByTimeAsync(5000);
    consent.withdraw();
    await vi.advanceTimersByTimeAsync(4000);
    expect([events().length, signals.map(({ aborted }) => aborted)]).toEqual([0, [false]]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(events().map(grants)).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(log.events()).toEqual([]);
    expect(said()).toEqual([expect.stringContaining('no answer within 10 seconds')]);
  });

  test('however quick the changes and whatever the server does: few requests, and in the end every change', async () => {
    const change = fc.record({ wait: fc.integer({ min: 0, max: 60 }), down: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 30, maxLength: 60, size: 'max' }),
        fc.integer({ min: 0, max: 200 }),
        async (changes, latency) => {
          page = browser();
          const { send, state, events } = server();
          const consent = site();
          const log = sendRecords(consent, {
            send: async (all) => {
              await new Promise((done) => setTimeout(done, latency));
              return send(all);
            },
          });
          const began = Date.now();
          let granted = false;
          for (const { wait, down } of changes) {
            state.down = down;
            granted = !granted;
            consent.decide({ analytics: granted });
            await vi.advanceTimersByTimeAsync(wait);
          }
          // Each needs no more than two requests of 30 kB.
          expect(state.calls).toBeLessThanOrEqual(2 * (2 + Math.floor((Date.now() - began) / 1000)));
          state.down = false;
          await vi.advanceTimersByTimeAsync(60_000);
          expect(events()).toHaveLength(changes.length);
          log.stop();
        },
      ),
      { numRuns: 10 },
    );
  });

  test('after failures it tries later and later, by itself', async () => {
    const { send, state, events } = server();
    const consent = site();
    sendRecords(consent, { send });
    state.down = true;
    consent.acceptAll();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(state.calls).toBeGreaterThan(8);
    expect(state.calls).toBeLessThan(25);
    state.down = false;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(events()).toHaveLength(1);
  });

  test('who leaves takes along what waits for its turn, but not twice', async () => {
    const { send, state, events } = server();
    const consent = site();
    sendRecords(consent, { send });
    consent.acceptAll();
    later(1);
    consent.withdraw();
    await vi.advanceTimersByTimeAsync(1);
    later(1);
    consent.acceptAll();
    expect(events()).toHaveLength(2);
    page.fire('pagehide');
    page.fire('pagehide');
    await vi.advanceTimersByTimeAsync(0);
    expect([events().length, state.calls]).toEqual([3, 2]);
    await idle();
    expect(state.calls).toBe(2);
  });

  test('storage that is full: what the next visit finds unsent is sent, and what was confirmed is not', async () => {
    const { send, state, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    state.down = true;
    page.state.storage = 'full for events';
    consent.acceptAll();
    await idle();
    log.stop();
    state.down = false;
    page.state.storage = 'works';
    const next = sendRecords(consent, { send });
    await idle();
    expect(events()).toHaveLength(1);
    next.stop();
    sendRecords(consent, { send });
    await idle();
    expect([events().length, state.calls]).toEqual([1, expect.any(Number)]);
  });

  test('foreign entries are not sent', async () => {
    page.entries.set('askfirst.log.a.1', '{"v":1}');
    page.entries.set('askfirst.log.a.2', 'x');
    page.entries.set('askfirst.log.a.3', '{"v":2,"recordId":"a","seq":3,"at":"","choices":{"analytics":{}}}');
    page.entries.set('askfirst.log', '{"v":1,"seq":"x"}');
    const { send, state, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    await log.flush();
    expect([log.events(), state.calls]).toEqual([[], 0]);
    consent.acceptAll();
    const first = Date.now();
    await idle();
    expect(events()[0]?.seq).toBe(first);
    page.entries.set('askfirst.log', '{"v":2,"seq":9000000000000000}');
    const second = Date.now();
    consent.withdraw();
    await idle();
    expect(events()[1]?.seq).toBe(second);
  });

  test('what waits goes oldest first, in whatever order the browser keeps it', async () => {
    for (const seq of [30, 4, 200])
      page.entries.set(
        `askfirst.log.a.${seq}`,
        JSON.stringify({ v: 1, recordId: 'a', seq, at: '', choices: { analytics: {} } }),
      );
    const { send, events } = server();
    await sendRecords(site(), { send }).flush();
    expect(events().map(({ seq }) => seq)).toEqual([4, 30, 200]);
  });

  test('once stopped, it neither notes nor sends', async () => {
    const { send, state } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    log.stop();
    consent.acceptAll();
    log.identify('ann');
    log.erase();
    page.fire('online');
    await log.flush();
    expect([state.calls, page.entries.size]).toEqual([0, 0]);
  });

  test('a server that refuses is named once', async () => {
    const fetched = vi.fn(async () => new Response(null, { status: 404 }));
    vi.stubGlobal('fetch', fetched);
    const consent = site();
    const log = sendRecords(consent, { url: '/api/consent', headers: { 'x-csrf': '1' } });
    consent.acceptAll();
    await idle();
    await log.flush();
    expect(fetched.mock.calls.length).toBeGreaterThan(1);
    expect(fetched).toHaveBeenCalledWith('/api/consent', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf': '1' },
      body: JSON.stringify(log.events()),
      redirect: 'manual',
      signal: expect.any(AbortSignal),
      keepalive: true,
    });
    expect(said()).toEqual([expect.stringContaining('/api/consent: Error: it answered 404')]);
  });

  test.each([200, 409, 503])(
    'reads what the server answers with %i: unread, it takes of what a page may send',
    async (status) => {
      const answers: Response[] = [];
      vi.stubGlobal('fetch', async () => {
        answers.push(Response.json({ stored: 1 }, { status }));
        return answers.at(-1);
      });
      const consent = site();
      sendRecords(consent, { url: '/api/consent' });
      consent.acceptAll();
      await idle();
      expect(answers[0]?.bodyUsed).toBe(true);
    },
  );

  test('asks a function for the headers of each request; while it has none, the events wait', async () => {
    const sent: unknown[] = [];
    vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
      sent.push((headers as Record<string, string>).authorization);
      return new Response(null, { status: 204 });
    });
    let token: string | null = 'first';
    const headers = vi.fn(async () => {
      if (!token) throw new Error('signed out');
      return { authorization: token };
    });
    const consent = site();
    const log = sendRecords(consent, { url: '/api/consent', headers });
    consent.acceptAll();
    await idle();
    token = null;
    later();
    consent.withdraw();
    await log.flush();
    expect([sent, log.events().length]).toEqual([['first'], 1]);
    token = 'second';
    await log.flush();
    expect([sent, log.events().length]).toEqual([['first', 'second'], 0]);
  });

  test('one event that the server refuses holds up no other; it is tried again at the next visit', async () => {
    const state = { isStrict: true };
    const kept: RecordEvent[] = [];
    const answer = (status: number) => new Response(null, { status });
    const fetched = vi.fn(async (_: string, { body }: RequestInit) => {
      const events: RecordEvent[] = JSON.parse(String(body));
      if (state.isStrict && events.some(({ recordId }) => recordId === 'odd')) return answer(400);
      kept.push(...events);
      return answer(200);
    });
    vi.stubGlobal('fetch', fetched);
    const odd = { v: 1, recordId: 'odd', seq: 4, at: '', choices: { analytics: {} } };
    page.entries.set('askfirst.log.odd.4', JSON.stringify(odd));
    const consent = site();
    consent.acceptAll();
    const log = sendRecords(consent, { url: '/api/consent' });
    await idle();
    expect(kept.map(({ recordId }) => recordId)).toEqual([consent.record()?.id]);
    expect(log.events().map(({ recordId }) => recordId)).toEqual(['odd']);
    later();
    consent.withdraw();
    await idle();
    expect([kept.length, fetched.mock.calls.length]).toEqual([2, 4]);
    log.stop();
    state.isStrict = false;
    await sendRecords(consent, { url: '/api/consent' }).flush();
    expect([kept.length, kept[2]?.recordId]).toEqual([3, 'odd']);
  });

  test('an event of which the server has another form counts as delivered', async () => {
    const answer = (status: number) => new Response(null, { status });
    const fetched = vi.fn(async () => answer(409));
    vi.stubGlobal('fetch', fetched);
    const consent = site();
    const log = sendRecords(consent, { url: '/api/consent' });
    consent.acceptAll();
    later(1);
    consent.withdraw();
    await idle();
    expect([log.events(), log.history().length, said()]).toEqual([[], 2, []]);
  });

  test('answers of the account, and those of before after a sign-out, are no answer of the visitor', async () => {
    const { send, events } = server();
    let record: unknown = null;
    const listeners = new Set<() => void>();
    const choices = (granted: boolean, hour: string) => ({
      analytics: { granted, at: `2026-06-22T${hour}:00:00.000Z`, until: '2027-06-22T10:00:00.000Z', asked: [] },
    });
    const base = { v: 1, id: 'a', policy: null, locale: null, regime: 'gdpr', checked: null };
    const become = (method: string, granted: boolean, hour: string, more: object = {}) => {
      record = { ...base, method, choices: { ...choices(granted, hour), ...more } };
      for (const listener of listeners) listener();
    };
    const subscribe = (listener: () => void) => {
      listeners.add(listener);
      return () => {};
    };
    const source = { $consent: { subscribe } };
    sendRecords({ ...source, record: () => record as never }, { send });
    const { analytics: no } = choices(false, '11');
    for (const [method, granted, hour, more] of [
      ['banner', true, '10'],
      ['account', false, '09', { marketing: choices(true, '08').analytics }],
      ['banner', true, '10'],
      ['account', false, '09'],
      ['banner', false, '09', { marketing: no }],
      ['banner', true, '10', { marketing: no }],
    ] as const) {
      become(method, granted, hour, more);
      later(10);
    }
    await idle();
    expect(events().map(({ kind, about, control }) => [kind, about, control])).toEqual([
      ['given', ['analytics'], 'accept'],
      ['linked', ['analytics', 'marketing'], null],
      ['restored', ['analytics', 'marketing'], null],
      ['linked', ['analytics'], null],
      ['refused', ['marketing'], 'reject'],
      // What was refused meanwhile stays.
      ['restored', ['analytics'], null],
    ]);
    expect(events().flatMap(faultsOf)).toEqual([]);
  });

  test('on a server it does nothing', async () => {
    vi.unstubAllGlobals();
    const { send, state } = server();
    const consent = site();
    const log = sendRecords(consent, { send, retention: { until: 'accountDeletion', plus: 'P30D' } });
    consent.acceptAll();
    log.identify('ann');
    await log.flush();
    log.stop();
    expect([state.calls, log.events()]).toEqual([0, []]);
    expect(log.erase()).toBe('2026-07-22T10:00:00.000Z');
  });

  test.each([
    [undefined, { url: '/x' }, 'createConsent returned'],
    [{ $consent: { subscribe: () => () => {} }, record: () => null }, undefined, 'needs url'],
    [{ $consent: { subscribe: () => () => {} }, record: () => null }, { url: 'https://' }, 'cannot send to "https://"'],
    [
      { $consent: { subscribe: () => () => {} }, record: () => null },
      { url: '/x', headers: { 'x-csrf': 'a\nb' } },
      'with these headers: TypeError',
    ],
    [{ q: [] }, { url: '/x' }, 'createConsent returned'],
    [{ $consent: { subscribe: () => () => {} }, record: () => null }, {}, 'needs url'],
    [
      { $consent: { subscribe: () => () => {} }, record: () => null },
      { url: '/x', retention: { until: 'accountDeletion', plus: '30 days' } },
      '"30 days" is not a valid duration',
    ],
  ])('wrong input is named: %#', (consent, options, words) => {
    const log = sendRecords(consent as never, options as never);
    log.identify('ann');
    log.flush();
    log.erase();
    log.stop();
    expect(said()).toEqual([expect.stringContaining(words)]);
  });

  test('an account is a text; who is none is not taken for who was there before', async () => {
    const { send, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    log.identify('ann');
    log.identify(42 as never);
    consent.acceptAll();
    await idle();
    expect(events().map(({ subject }) => subject)).toEqual([undefined]);
    expect(said()).toEqual([expect.stringContaining('identify takes')]);
  });

  test.each(['choices', 'at'])('a record without %s stops nothing', async (missing) => {
    const { send, events } = server();
    const choice = { granted: true, at: missing === 'at' ? 'hello' : '2026-06-22', until: '2027-06-22', asked: [] };
    const record = { v: 1, id: 'a', choices: missing === 'choices' ? {} : { analytics: choice } };
    const subscribe = (hear: () => void) => {
      hear();
      return () => {};
    };
    const source = { $consent: { subscribe }, record: () => record };
    sendRecords(source as never, { send });
    await idle();
    expect(events().map(({ at }) => at)).toEqual(missing === 'choices' ? [] : ['2026-06-22T10:00:00.000Z']);
  });
});

describe('identify', () => {
  test('links what was chosen before, once, without a change of the choice', async () => {
    const { send, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    consent.acceptAll();
    later();
    log.identify('ann');
    log.identify('ann');
    await idle();
    sendRecords(consent, { send }).identify('ann');
    await idle();
    expect(events().map(({ subject }) => subject)).toEqual([undefined, 'ann']);
    const [one, two] = events() as [RecordEvent, RecordEvent];
    expect([two.recordId, two.choices]).toEqual([one.recordId, one.choices]);
    expect(two.seq).toBeGreaterThan(one.seq);
    expect([...page.entries.values()].join()).not.toContain('ann');
  });

  test('after a sign-out nobody is named, and what belongs to one account is not given to the next', async () => {
    const { send, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send });
    log.identify('ann');
    consent.acceptAll();
    later();
    log.identify(null);
    log.identify('bob');
    await idle();
    expect(events().map(({ subject }) => subject)).toEqual(['ann']);
    log.identify(null);
    later();
    consent.withdraw();
    await idle();
    expect(events().map(({ subject }) => subject)).toEqual(['ann', undefined]);
    // Nor is what happened in between: the record is still ann's, who hears of it once she is back.
    log.identify('bob');
    await idle();
    expect(events()).toHaveLength(2);
    log.identify('ann');
    log.identify('ann');
    await idle();
    expect(events().map(({ subject }) => subject)).toEqual(['ann', undefined, 'ann']);
    // Another record is nobody's yet.
    page.entries.set(
      'askfirst.log',
      JSON.stringify({ ...JSON.parse(page.entries.get('askfirst.log') as string), recordId: 'x', subject: null }),
    );
    log.identify('bob');
    await idle();
    expect(events().at(-1)?.subject).toBe('bob');
  });
});

describe('erase', () => {
  test('says when the records of a deleted account are due: its deletion and 30 days', async () => {
    const { send, events } = server();
    const consent = site();
    const log = sendRecords(consent, { send, retention: { until: 'accountDeletion', plus: 'P30D' } });
    log.identify('ann');
    consent.acceptAll();
    vi.setSystemTime(Date.parse('2026-12-15T08:00:00Z'));
    expect(log.erase()).toBe('2027-01-14T08:00:00.000Z');
    await idle();
    expect(events().at(-1)).toMatchObject({ subject: 'ann', keepUntil: '2027-01-14T08:00:00.000Z' });
    later();
    consent.withdraw();
    await idle();
    expect(events().at(-1)).not.toHaveProperty('subject');
  });

  test('before a choice there is nothing to send', async () => {
    const { send, state } = server();
    expect(sendRecords(site(), { send }).erase()).toBe('2026-06-22T10:00:00.000Z');
    await idle();
    expect(state.calls).toBe(0);
  });
});
