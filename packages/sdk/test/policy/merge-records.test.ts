import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinEarlier } from '../../src/policy/join-earlier.js';
import { inOrder, mergeRecords } from '../../src/policy/merge-records.js';
import type { Choice, ConsentRecord } from '../../src/policy/types.js';
import { choiceAround, DAY_MS, recordWith, time } from '../arbitraries.js';

const keys = ['analytics', 'marketing'] as const;
const around = (now: number) =>
  recordWith(
    fc.record(
      Object.fromEntries(
        keys.map((key) => [
          key,
          fc
            .tuple(
              choiceAround(now),
              fc.option(fc.integer({ min: now - DAY_MS, max: now + 400 * DAY_MS }), { nil: undefined }),
            )
            .map(([choice, order]) => (order === undefined ? choice : { ...choice, order })),
        ]),
      ),
      { noNullPrototype: true },
    ) as never,
  );
const two = time.chain((now) => fc.record({ now: fc.constant(now), a: around(now), b: around(now) }));
const grants = (record: ConsentRecord) => keys.map((key) => !!record.choices[key]?.granted);
const orderOf = (choice: Choice | undefined) => choice?.order ?? Date.parse(choice?.at ?? '');
const of = (choice: Partial<Choice>): ConsentRecord => ({
  v: 1,
  id: 'x',
  policy: null,
  locale: null,
  method: 'api',
  regime: 'gdpr',
  checked: null,
  choices: { analytics: { granted: false, at: '', until: '', asked: [], ...choice } },
});
const covers = ({ asked }: Choice, asks: readonly string[]) => asks.every((each) => asked.includes(each));
const iso = (at: number) => new Date(at).toISOString();

describe('two records of one visitor', () => {
  test('say the same whichever comes first, and nothing that neither says', () => {
    fc.assert(
      fc.property(two, ({ now, a, b }) => {
        const one = mergeRecords(a, b, now);
        expect(grants(mergeRecords(b, a, now))).toEqual(grants(one));
        for (const [index, key] of keys.entries()) {
          const [ours, theirs] = [a.choices[key] as Choice, b.choices[key] as Choice];
          // A yes against a no only if it is certainly newer.
          if (grants(one)[index] && !(ours.granted && theirs.granted)) {
            const [yes, no] = ours.granted ? [ours, theirs] : [theirs, ours];
            expect(orderOf(yes)).toBeGreaterThan(orderOf(no));
            expect(Date.parse(yes.at)).toBeLessThanOrEqual(now);
          }
          // And what was decided stays decided when that time has come.
          if (!grants(one)[index])
            for (const other of [a, b]) expect(grants(mergeRecords(one, other, now + 500 * DAY_MS))[index]).toBe(false);
        }
        expect(mergeRecords(one, one, now)).toBe(one);
      }),
      { numRuns: 500 },
    );
  });

  test('a newer answer holds against the one it replaced, whatever the clock says then and now', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: -400, max: 400 }), fc.boolean(), (now, days, granted) => {
        const before = of({ granted: !granted, at: iso(now + days * DAY_MS), until: iso(now + 900 * DAY_MS) });
        const after = inOrder(of({ granted, at: iso(now), until: iso(now + DAY_MS) }), before, now);
        for (const later of [0, 1, 500])
          for (const pair of [
            [before, after],
            [after, before],
          ] as const)
            expect(grants(mergeRecords(...pair, now + later * DAY_MS))[0]).toBe(granted);
      }),
    );
  });

  test('a time without end pins nothing: the next answer holds, yes or no', () => {
    for (const order of [9e15, Number.MAX_SAFE_INTEGER, 1e308, -1, 'x' as never])
      for (const granted of [true, false]) {
        const now = 9e11;
        const tossed = of({ granted: !granted, at: iso(0), until: iso(99e11), order });
        const next = inOrder(of({ granted, at: iso(now), until: iso(now + 1) }), tossed, now);
        for (const pair of [
          [tossed, next],
          [next, tossed],
        ] as const)
          expect(grants(mergeRecords(...pair, now))[0], `${order}`).toBe(granted);
      }
  });
});

describe('pages of one site with other services in one category', () => {
  const pages = [['ga4'], ['own', 'chat']];
  const visits = fc.array(fc.tuple(fc.nat(1), fc.boolean(), fc.nat(60), fc.boolean()), { minLength: 2, maxLength: 12 });
  const until = (now: number, granted: boolean) => now + (granted ? 181 : 366) * DAY_MS;

  test('a yes covers only what it was about, never longer, and never after a no', () => {
    let covered = 0;
    fc.assert(
      fc.property(visits, (steps) => {
        let now = 0;
        let record: ConsentRecord | null = null;
        /** Until when each service has a yes of its own. */
        const own = new Map<string, number>();
        for (const [page, granted, days, isAgain] of steps) {
          now += days * DAY_MS;
          const asks = pages[page] as string[];
          // A page with other options than the last one that wrote.
          if (record) record = joinEarlier(record, now);
          const choice: Choice | undefined = record?.choices.analytics;
          const holds = !!choice && covers(choice, asks) && Date.parse(choice.until) > now;
          if (holds && choice.granted)
            for (const id of asks)
              expect(own.get(id), `a yes about ${id}`).toBeGreaterThanOrEqual(Date.parse(choice.until));
          covered += Number(holds && choice.asked.length > asks.length);
          if (holds && !isAgain) continue;
          const made = { granted, at: iso(now), until: iso(until(now, granted)), asked: asks };
          record = { ...of(made), ...(record && { earlier: record.choices }) };
          if (granted) for (const id of asks) own.set(id, until(now, true));
          else own.clear();
        }
      }),
      { numRuns: 500 },
    );
    expect(covered).toBeGreaterThan(20);
  });

  test.each([true, false])('asked in turn, each is asked once, whatever is said (%s)', (granted) => {
    let record: ConsentRecord | null = null;
    let asked = 0;
    for (let visit = 0; visit < 6; visit += 1) {
      const asks = pages[visit % 2] as string[];
      const now = visit * DAY_MS;
      if (record) record = joinEarlier(record, now);
      if (record && covers(record.choices.analytics as Choice, asks)) continue;
      asked += 1;
      record = {
        ...of({ granted, at: iso(now), until: iso(until(now, granted)), asked: asks }),
        ...(record && { earlier: record.choices }),
      };
    }
    expect(asked).toBe(2);
  });

  test('what was asked under another revision, or is none of ours, is no answer', () => {
    const last = { granted: true, at: iso(DAY_MS), until: iso(90 * DAY_MS), asked: ['own', '@2'] };
    for (const before of [
      { ...last, asked: ['ga4', '@1'] },
      { ...last, asked: 'ga4' },
      { ...last, until: '9999' },
      null,
    ]) {
      const record = { ...of(last), earlier: { analytics: before as never } };
      expect(joinEarlier(record, 2 * DAY_MS).choices.analytics?.asked).toEqual(['own', '@2']);
    }
  });
});
