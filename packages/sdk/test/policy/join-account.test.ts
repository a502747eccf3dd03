import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saysOther } from '../../src/account/account-record.js';
import { byClock, isSame, joinAccount } from '../../src/policy/join-account.js';
import { joinChoices } from '../../src/policy/join-choices.js';
import { isChoice } from '../../src/policy/record.js';
import type { Choice } from '../../src/policy/types.js';
import { choiceAround, DAY_MS, time } from '../arbitraries.js';

const NOW = Date.parse('2026-11-29T12:00:00.000Z');
const MINUTE_MS = 60_000;
const iso = (at: number) => new Date(at).toISOString();

const YEAR_MS = 365 * DAY_MS;
/** A choice that was made some time before now. */
const choice = (granted: boolean, ago: number, more: Partial<Choice> = {}): Choice => ({
  granted,
  at: iso(NOW - ago),
  until: iso(NOW - ago + YEAR_MS),
  asked: ['ga4'],
  ...more,
});

describe('two devices, every pair of answers, times and orders', () => {
  const times = {
    'just now': 0,
    'a minute ago': MINUTE_MS,
    'an hour ago': 60 * MINUTE_MS,
    'a day ago': DAY_MS,
    'two years ago': 2 * YEAR_MS,
    'three years ago': 3 * YEAR_MS,
    'in an hour, by its clock': -60 * MINUTE_MS,
    'in a month, by its clock': -30 * DAY_MS,
  };
  const answers = ['yes', 'no', 'none'] as const;
  const rows = answers.flatMap((one) =>
    answers.flatMap((two) =>
      Object.entries(times).flatMap(([first, ago]) =>
        Object.entries(times).map(([second, since]) => ({ one, first, ago, two, second, since })),
      ),
    ),
  );
  /** What has to come out, from the words of the rule alone. */
  const expected = ({ one, ago, two, since }: (typeof rows)[number]) => {
    if (one === 'none') return two;
    if (two === 'none' || one === two) return one;
    const [yes, no] = one === 'yes' ? [ago, since] : [since, ago];
    const isNewer = no - yes > 5 * MINUTE_MS;
    const isLive = yes < YEAR_MS && yes >= -5 * MINUTE_MS;
    return isNewer && isLive ? 'yes' : 'no';
  };
  const sideOf = (answer: (typeof answers)[number], ago: number) =>
    answer === 'none' ? {} : { analytics: choice(answer === 'yes', ago) };
  const said = (choices: Record<string, Choice>) =>
    choices.analytics ? (choices.analytics.granted ? 'yes' : 'no') : 'none';

  test('there are all of them', () => {
    expect(rows).toHaveLength(3 * 3 * 8 * 8);
    expect(new Set(rows.map(expected))).toEqual(new Set(answers));
  });

  test.each(rows)('$one $first; account $two $second', (row) => {
    const own = sideOf(row.one, row.ago);
    const account = sideOf(row.two, row.since);
    const joined = joinAccount({ own, account, now: NOW });
    expect(said(joined)).toBe(expected(row));
    // Whichever device joins, and once more.
    expect(said(joinAccount({ own: account, account: own, now: NOW }))).toBe(expected(row));
    expect(said(joinAccount({ own, account: joined, now: NOW }))).toBe(expected(row));
    expect(said(joinAccount({ own: joined, account, now: NOW + YEAR_MS / 2 }))).toBe(expected(row));
  });
});

describe('who has answered knowing the account', () => {
  const known = { analytics: choice(false, 60 * MINUTE_MS) };

  test('may say yes a moment later', () => {
    const own = { analytics: choice(true, 59 * MINUTE_MS) };
    expect(joinAccount({ own, account: known, now: NOW }).analytics?.granted, 'not knowing it').toBe(false);
    expect(joinAccount({ own, account: known, known, now: NOW }).analytics?.granted).toBe(true);
  });

  test('may say yes by a clock that went back, which then counts on the next device', () => {
    const own = { analytics: choice(true, 3 * DAY_MS) };
    const joined = joinAccount({ own, account: known, known, now: NOW });
    expect(joined.analytics?.granted).toBe(true);
    expect(joinAccount({ own: known, account: joined, known, now: NOW }).analytics?.granted).toBe(true);
  });

  test('loses to a no that another device gave meanwhile', () => {
    const own = { analytics: choice(true, 2 * MINUTE_MS) };
    const account = { analytics: choice(false, MINUTE_MS) };
    expect(joinAccount({ own, account, known, now: NOW }).analytics?.granted).toBe(false);
  });

  test('and never follows an account that was put back to an older yes', () => {
    const account = { analytics: choice(true, 2 * DAY_MS) };
    expect(joinAccount({ own: known, account, known, now: NOW }).analytics?.granted).toBe(false);
  });
});

describe('a yes never grows', () => {
  test('it stays about the services and the revision that it was about', () => {
    const no = { analytics: choice(false, DAY_MS, { asked: ['ga4', 'hotjar', '@2'] }) };
    const yes = { analytics: choice(true, 60 * MINUTE_MS, { asked: ['ga4', '@1'] }) };
    expect(joinAccount({ own: yes, account: no, now: NOW }).analytics).toEqual(yes.analytics);
  });

  test('of two the newer counts, with its own end and its own services', () => {
    const old = { analytics: choice(true, DAY_MS, { asked: ['ga4', 'hotjar'] }) };
    const young = { analytics: choice(true, 60 * MINUTE_MS, { until: iso(NOW + DAY_MS) }) };
    expect(joinAccount({ own: old, account: young, now: NOW }).analytics).toEqual(young.analytics);
  });
});

describe('single services', () => {
  const part = (ago: number, services: Record<string, Choice>) => choice(false, ago, { services });

  test('each has the newer answer', () => {
    const own = { analytics: part(60 * MINUTE_MS, { analytics__hotjar: choice(true, 60 * MINUTE_MS) }) };
    const account = { analytics: choice(false, DAY_MS) };
    const { analytics } = joinAccount({ own, account, now: NOW });
    expect(analytics?.granted).toBe(false);
    expect(analytics?.services?.analytics__hotjar?.granted).toBe(true);
  });

  test('a newer no to all ends what one device allowed', () => {
    const own = { analytics: part(DAY_MS, { analytics__hotjar: choice(true, DAY_MS) }) };
    const account = { analytics: choice(false, 60 * MINUTE_MS) };
    expect(joinAccount({ own, account, now: NOW }).analytics?.services).toBeUndefined();
  });

  test('a no to one of them is newer than a yes to all', () => {
    // No build of ours writes a no into the services of a no, but other code may.
    const own = { analytics: part(DAY_MS, { analytics__hotjar: choice(false, 60 * MINUTE_MS) }) };
    const account = { analytics: choice(true, 120 * MINUTE_MS) };
    expect(joinAccount({ own, account, now: NOW }).analytics?.granted).toBe(false);
  });

  test('what one device refused stays refused where the other has an older yes to all', () => {
    const own = { analytics: part(60 * MINUTE_MS, { analytics__hotjar: choice(true, 60 * MINUTE_MS) }) };
    const { analytics } = joinAccount({ own, account: { analytics: choice(true, DAY_MS) }, now: NOW });
    expect([analytics?.granted, Object.keys(analytics?.services ?? {})]).toEqual([false, ['analytics__hotjar']]);
  });
});

describe('a clock that is wrong, by the clock of the server', () => {
  const account = { analytics: choice(false, DAY_MS) };
  test.each([-30 * DAY_MS, 30 * DAY_MS, 6 * MINUTE_MS])(
    'by %d ms: a yes proves nothing, a no is the newest',
    (wrong) => {
      const yes = { analytics: choice(true, 60 * MINUTE_MS - wrong) };
      const place = (own: Record<string, Choice>) => byClock(own, NOW + wrong, NOW);
      expect(joinAccount({ own: place(yes), account, now: NOW }).analytics?.granted).toBe(false);
      const no = place({ analytics: choice(false, 60 * MINUTE_MS - wrong) });
      const later = joinAccount({ own: { analytics: choice(true, MINUTE_MS * 90) }, account: no, now: NOW });
      expect(later.analytics?.granted).toBe(false);
    },
  );

  test('by a few minutes is right enough', () => {
    const yes = { analytics: choice(true, 60 * MINUTE_MS) };
    expect(byClock(yes, NOW, NOW + 4 * MINUTE_MS)).toBe(yes);
  });
});

const service = 'analytics__hotjar';
const withService = (now: number) =>
  fc.tuple(choiceAround(now), fc.option(choiceAround(now))).map(([whole, one]) => ({
    ...whole,
    // As a page writes it: only in a no, only a yes, and no newer than the whole.
    ...(one && !whole.granted && { services: { [service]: { ...one, granted: true } } }),
  }));
const pair = time.chain((now) =>
  fc.record({ now: fc.constant(now), a: withService(now), b: withService(now), doubt: fc.constantFrom(0, 300_000) }),
);
const grantOf = (one: Choice) => ({ all: one.granted, one: (one.services?.[service] ?? one).granted });

test('any two choices: one order, one result, sound, and no yes that neither has said', () => {
  fc.assert(
    fc.property(pair, ({ now, a, b, doubt }) => {
      const joined = joinChoices(a, b, now, doubt);
      expect(joinChoices(b, a, now, doubt)).toEqual(joined);
      expect(grantOf(joinChoices(joined, b, now, doubt))).toEqual(grantOf(joined));
      expect(isChoice(['analytics', joined])).toBe(true);
      for (const part of ['all', 'one'] as const) {
        const [is, first, second] = [joined, a, b].map((each) => grantOf(each)[part]);
        if (is) expect(first || second).toBe(true);
        if (!first && !second) expect(is).toBe(false);
      }
    }),
  );
});

/** What happens to one person with two devices, in the order of time. */
const step = fc.record({
  device: fc.constantFrom(0, 1),
  does: fc.constantFrom('yes', 'no', 'join', 'join'),
  after: fc.integer({ min: 1, max: 3 * DAY_MS }),
});
const life = fc.record({
  /** How wrong each clock is: most are right to two minutes, some by any time at all. */
  clocks: fc.tuple(
    fc.integer({ min: -2 * MINUTE_MS, max: 2 * MINUTE_MS }),
    fc.oneof(fc.integer({ min: -2 * MINUTE_MS, max: 2 * MINUTE_MS }), fc.integer({ min: -YEAR_MS, max: YEAR_MS })),
  ),
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
});

test('no path turns a no into a yes: what two devices and an account agree on is a yes only if a yes was said last', () => {
  let grants = 0;
  fc.assert(
    fc.property(life, ({ clocks, steps }) => {
      let real = NOW;
      let account: Record<string, Choice> = {};
      const devices = clocks.map(
        () => ({ own: {}, known: {} }) as { own: Record<string, Choice>; known: typeof account },
      );
      /** The answers that have reached the account or wait on a device, with their true time. */
      const spoken: { device: number; granted: boolean; real: number; isJoined: boolean }[] = [];
      for (const { device, does, after } of steps) {
        real += after;
        const here = devices[device] as (typeof devices)[number];
        const at = real + (clocks[device] as number);
        if (does !== 'join') {
          const granted = does === 'yes';
          here.own = { analytics: { granted, at: iso(at), until: iso(at + YEAR_MS), asked: [] } };
          spoken.push({ device, granted, real, isJoined: false });
          continue;
        }
        const joined = joinAccount({ own: byClock(here.own, at, real), account, known: here.known, now: real });
        devices[device] = { own: joined, known: joined };
        account = joined;
        for (const each of spoken) if (each.device === device) each.isJoined = true;
        const last = spoken.filter(({ isJoined }) => isJoined).at(-1);
        if (joined.analytics?.granted) {
          grants += 1;
          expect(last?.granted).toBe(true);
        }
      }
    }),
    { numRuns: 3000 },
  );
  expect(grants).toBeGreaterThan(500);
});

test('a database that keeps keys in another order has the same answer', () => {
  const [ga4, hotjar] = [choice(true, 0), choice(true, MINUTE_MS)];
  const one = choice(false, 0, { services: { analytics__ga4: ga4, analytics__hotjar: hotjar } });
  const other = choice(false, 0, { services: { analytics__hotjar: hotjar, analytics__ga4: ga4 } });
  expect(isSame(one, other)).toBe(true);
  expect(saysOther({ analytics: one }, { analytics: other })).toBe(false);
  expect(saysOther({ analytics: one }, { analytics: choice(false, 0) })).toBe(true);
});
