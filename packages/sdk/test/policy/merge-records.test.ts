import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from '../../src/policy/choice.js';
import { joinEarlier } from '../../src/policy/join-earlier.js';
import { inOrder, mergeRecords } from '../../src/policy/merge-records.js';
import type { Category, Choice, ConsentRecord } from '../../src/policy/types.js';
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
        const after = inOrder(of({ granted, at: iso(now), until: iso(now + DAY_MS) }), before);
        for (const later of [0, 1, 500])
          for (const pair of [
            [before, after],
            [after, before],
          ] as const)
            expect(grants(mergeRecords(...pair, now + later * DAY_MS))[0]).toBe(granted);
      }),
    );
  });

  test('a time without end pins nothing: the next answer is not older', () => {
    for (const order of [9e15, Number.MAX_SAFE_INTEGER, 1e308]) {
      const tossed = of({ granted: true, at: iso(0), until: iso(9e11), order });
      const no = inOrder(of({ granted: false, at: iso(1), until: iso(2) }), tossed);
      expect(grants(mergeRecords(tossed, no, 5))[0]).toBe(false);
      expect(grants(mergeRecords(no, tossed, 5))[0]).toBe(false);
    }
  });
});

describe('pages of one site with other services in one category', () => {
  const category = (asks: string[]) => ({ key: 'analytics', asks }) as unknown as Category;

  test('each is asked once, a yes covers only what it was about, and none holds longer', () => {
    const answers = fc.array(fc.tuple(fc.nat(1), fc.boolean(), fc.integer({ min: 0, max: 60 })), {
      minLength: 1,
      maxLength: 8,
    });
    const pages = [['ga4'], ['own']];
    fc.assert(
      fc.property(answers, (visits) => {
        let now = 0;
        let record: ConsentRecord | null = null;
        const yesUntil = new Map<string, number>();
        const refusedAt = new Map<string, number>();
        for (const [page, granted, days] of visits) {
          now += days * DAY_MS;
          const asks = pages[page] as string[];
          if (record) record = joinEarlier(record, [category(asks)], now);
          const choice: Choice | undefined = record?.choices.analytics;
          const holds = choice && covers(choice, asks) && Date.parse(choice.until) > now;
          if (holds && choice.granted)
            for (const id of asks) {
              expect(yesUntil.get(id), `a yes about ${id}`).toBeGreaterThanOrEqual(Date.parse(choice.until));
              expect(refusedAt.get(id) ?? -1).toBeLessThan(now + 1);
            }
          if (holds) continue;
          const made: Choice = { granted, at: iso(now), until: iso(now + 181 * DAY_MS), asked: asks };
          record = { ...of(made), earlier: record?.earlier };
          for (const id of asks) if (granted) yesUntil.set(id, now + 181 * DAY_MS);
          if (!granted) yesUntil.clear();
        }
        // Once both have been answered, and nothing has ended, neither asks.
      }),
    );
  });

  test('two pages that say yes in turn do not ask in turn', () => {
    let record = of({ granted: true, at: iso(0), until: iso(100 * DAY_MS), asked: ['ga4'] });
    record = joinEarlier(record, [category(['own'])], DAY_MS);
    expect(record.earlier?.analytics?.asked).toEqual(['ga4']);
    record = {
      ...of({ granted: true, at: iso(DAY_MS), until: iso(101 * DAY_MS), asked: ['own'] }),
      earlier: record.earlier,
    };
    const back = joinEarlier(record, [category(['ga4'])], 2 * DAY_MS);
    expect(back.choices.analytics).toEqual({
      granted: true,
      at: iso(DAY_MS),
      until: iso(100 * DAY_MS),
      asked: ['own', 'ga4'],
    });
    expect(joinEarlier(back, [category(['own'])], 3 * DAY_MS).choices).toEqual(back.choices);
  });

  test('what was asked under another revision is no answer', () => {
    const record = {
      ...of({ granted: true, at: iso(DAY_MS), until: iso(90 * DAY_MS), asked: ['own', '@2'] }),
      earlier: { analytics: { granted: true, at: iso(0), until: iso(90 * DAY_MS), asked: ['ga4', '@1'] } },
    };
    expect(joinEarlier(record, [category(['ga4', '@2'])], 2 * DAY_MS).choices.analytics?.asked).toEqual(['own', '@2']);
  });
});
