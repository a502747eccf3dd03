import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseAcceptance, readSubjects, writeSubjects } from '../../src/acceptance/acceptance-record.js';
import type * as Module from '../../src/acceptance/policy-acceptance.js';
import { createConsent } from '../../src/entries/index.js';
import type { PolicyVersion } from '../../src/policy/policy-versions.js';
import { browser, ownerReads } from '../browser.js';

const KEY = 'askfirst.acceptance';
const versions: PolicyVersion[] = [
  { version: '1', publishedAt: '2025-01-01', effectiveAt: '2025-01-01', url: '/privacy/1' },
  { version: '2', publishedAt: '2026-05-01', effectiveAt: '2026-06-01', url: '/privacy/2' },
];

let page: ReturnType<typeof browser>;
let said: () => string[];
let policyAcceptance: typeof Module.policyAcceptance;

beforeEach(async () => {
  page = browser();
  said = ownerReads();
  vi.useFakeTimers({ now: Date.parse('2026-05-15'), toFake: ['Date'] });
  vi.resetModules();
  ({ policyAcceptance } = await import('../../src/acceptance/policy-acceptance.js'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('policyAcceptance', () => {
  test('asks everybody again when the new version takes effect, and not while it is only announced', async () => {
    const terms = policyAcceptance({ versions });
    expect(await terms.isDue('ann')).toBe(true);
    await terms.accept('ann');
    expect(await terms.isDue('ann')).toBe(false);
    expect(await terms.isDue('bob')).toBe(true);
    expect([terms.current()?.version, terms.upcoming()?.version]).toEqual(['1', '2']);
    vi.setSystemTime(Date.parse('2026-06-01') - 1);
    expect(await terms.isDue('ann')).toBe(false);
    vi.setSystemTime(Date.parse('2026-06-01'));
    expect([terms.current()?.version, terms.upcoming()]).toEqual(['2', null]);
    expect(await terms.isDue('ann')).toBe(true);
    await terms.accept('ann');
    expect(await terms.record('ann')).toEqual({
      v: 1,
      accepted: [
        { version: '1', at: '2026-05-15T00:00:00.000Z', locale: null },
        { version: '2', at: '2026-06-01T00:00:00.000Z', locale: null },
      ],
    });
    await terms.accept('bob');
    // A clock that goes back asks nobody who has accepted something newer.
    vi.setSystemTime(Date.parse('2026-05-15'));
    expect(await terms.isDue('bob')).toBe(false);
    expect(said()).toEqual([]);
  });

  test('the next visit remembers, and the id of the account is not in the browser', async () => {
    await policyAcceptance({ versions }).accept('ann@example.org');
    expect(await policyAcceptance({ versions }).isDue('ann@example.org')).toBe(false);
    expect([...page.entries.keys()]).toEqual([KEY]);
    expect(page.entries.get(KEY)).not.toContain('ann');
  });

  test('a foreign or broken entry counts as nothing accepted', async () => {
    const terms = policyAcceptance({ versions });
    for (const text of [
      '',
      'x',
      '[]',
      '{"v":2,"subjects":[]}',
      '{"v":1,"subjects":{}}',
      '{"v":1,"subjects":[[1,2]]}',
    ]) {
      page.entries.set(KEY, text);
      expect(await terms.isDue('ann'), text).toBe(true);
    }
    await terms.accept('ann');
    expect(await terms.isDue('ann')).toBe(false);
  });

  test('a store of the owner gets the subject as it is, may be slow, and this browser keeps nothing', async () => {
    const rows = new Map<string, unknown>();
    const store = {
      read: async (subject: string) => rows.get(subject),
      write: async (subject: string, record: unknown) => rows.set(subject, record),
    };
    const terms = policyAcceptance({ versions, store });
    await terms.accept('ann');
    expect(await terms.isDue('ann')).toBe(false);
    expect(rows.get('ann')).toEqual(await terms.record('ann'));
    expect(page.entries.size).toBe(0);
  });

  test('a store that fails is named once, and the subject is asked again', async () => {
    const fail = async () => {
      throw new Error('down');
    };
    const terms = policyAcceptance({ versions, store: { read: fail, write: fail } });
    await terms.accept('ann');
    expect(await terms.isDue('ann')).toBe(true);
    expect(said()).toEqual([expect.stringContaining('failed: Error: down')]);
  });

  test('a promise of notice that is not kept is one message; the versions hold all the same', async () => {
    const terms = policyAcceptance({ versions, noticeDays: 32 });
    expect(said()).toEqual([expect.stringContaining('31 days after it is published, not the 32 you promise')]);
    expect(terms.current()?.version).toBe('1');
    policyAcceptance({ versions, noticeDays: 31 });
    expect(said()).toHaveLength(1);
  });

  const [first, second] = versions as [PolicyVersion, PolicyVersion];
  test.each<[string, unknown]>([
    ['no list', undefined],
    ['no version', []],
    ['a day that is none', [first, { ...second, effectiveAt: '2026-13-45' }]],
    ['a day that the calendar lacks', [first, { ...second, effectiveAt: '2026-06-31' }]],
    ['a day as people write it', [first, { ...second, publishedAt: '01.05.2026' }]],
    ['words that Date.parse takes', [first, { ...second, publishedAt: 'version 1' }]],
    ['a time as a number', [{ ...first, effectiveAt: Date.parse('2025-01-01') }]],
    ['an address that runs', [first, { ...second, url: '\u0001 java\nscript:alert(1)' }]],
    ['an address that is a page itself', [{ ...first, url: 'data:text/html,x' }]],
    ['one name twice', [first, { ...second, version: '1' }]],
  ])('%s: nobody has accepted, nobody is asked, nothing is written, one message', async (_, wrong) => {
    const terms = policyAcceptance(wrong ? { versions: wrong as PolicyVersion[] } : (undefined as never));
    await terms.accept('ann');
    expect([await terms.isDue('ann'), await terms.prompt('ann')]).toEqual([true, false]);
    expect(page.entries.size).toBe(0);
    expect(said()).toHaveLength(1);
  });

  test('before the first version holds there is nothing to accept', async () => {
    vi.setSystemTime(Date.parse('2024-12-31'));
    const terms = policyAcceptance({ versions });
    await terms.accept('ann');
    expect([await terms.isDue('ann'), await terms.prompt('ann'), await terms.record('ann')]).toEqual([
      false,
      true,
      null,
    ]);
  });

  test.each([42, 0, '', null, undefined, {}, ['ann']])(
    '%j is no account, and has accepted nothing',
    async (subject) => {
      const rows = new Map<unknown, unknown>();
      const store = {
        read: (id: string) => rows.get(id),
        write: (id: string, record: unknown) => rows.set(id, record),
      };
      for (const terms of [policyAcceptance({ versions }), policyAcceptance({ versions, store })]) {
        await terms.accept(subject as never);
        expect(await terms.isDue(subject as never)).toBe(true);
        expect(await terms.prompt(subject as never)).toBe(false);
        expect(await terms.record(subject as never)).toBeNull();
      }
      expect([rows.size, page.entries.size]).toEqual([0, 0]);
      expect(said()).toEqual([expect.stringContaining('is not an account id. Pass it as a string: String(user.id).')]);
    },
  );

  test('on a server nobody is asked, so nobody has accepted', async () => {
    vi.unstubAllGlobals();
    const terms = policyAcceptance({ versions });
    await terms.accept('ann');
    expect([await terms.isDue('ann'), await terms.prompt('ann')]).toEqual([true, false]);
  });

  test('grants nothing: consent and its record stay untouched', async () => {
    const consent = createConsent({ categories: { analytics: {}, marketing: {} } });
    consent.decide({ marketing: false });
    const before = [consent.$consent.get(), consent.record()];
    page.entries.set('askfirst', JSON.stringify(consent.record()));
    const terms = policyAcceptance({ versions });
    await terms.accept('ann');
    await terms.prompt('ann');
    expect([consent.$consent.get(), consent.record()]).toEqual(before);
    expect(page.entries.get('askfirst')).toBe(JSON.stringify(before[1]));
  });
});

describe('what is stored of subjects', () => {
  const acceptance = fc.record({
    version: fc.string({ maxLength: 8 }),
    at: fc.constant('2026-05-15T00:00:00.000Z'),
    locale: fc.constantFrom('en', null),
  });
  const record = fc.record({
    v: fc.constant(1 as const),
    accepted: fc.array(acceptance, { minLength: 1, maxLength: 3 }),
  });

  test('the last twenty are found again, each with its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 5 }), record), { minLength: 1, maxLength: 40, size: 'max' }),
        (writes) => {
          let text: string | null = null;
          for (const [key, each] of writes) text = writeSubjects(text, key, each);
          const newest = new Map(writes.reverse().filter(([key], at, all) => all.findIndex(([k]) => k === key) === at));
          expect([...readSubjects(text)].reverse()).toEqual([...newest].slice(0, 20));
        },
      ),
    );
  });

  const good = { v: 1, accepted: [{ version: '1', at: '2026-05-15T00:00:00.000Z', locale: null }] };
  test.each([
    { ...good, v: 2 },
    { ...good, accepted: [] },
    { ...good, accepted: [{ ...good.accepted[0], at: 'once' }] },
    { ...good, accepted: [{ ...good.accepted[0], at: 'hello 1' }] },
    { ...good, accepted: [{ ...good.accepted[0], version: 1 }] },
    { ...good, accepted: [{ ...good.accepted[0], locale: 1 }] },
  ])('%j is no record', (bad) => {
    expect(parseAcceptance(JSON.stringify(good))).toEqual(good);
    expect(parseAcceptance(JSON.stringify(bad))).toBeNull();
  });

  test('anything else counts as nothing, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything()), (value) => {
        const parsed = parseAcceptance(value);
        if (parsed) expect(parsed.accepted.length).toBeGreaterThan(0);
        expect(readSubjects(typeof value === 'string' ? value : null)).toBeInstanceOf(Map);
      }),
    );
  });
});
