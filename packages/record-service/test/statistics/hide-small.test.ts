import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideSmall } from '../../src/statistics/hide-small.js';
import { type Group, people } from '../../src/statistics/model.js';

const SMALLEST = 10;
const group = (key: string, yes: number, no: number): Group => ({ key, yes, no });

const groups = fc
  .array(fc.record({ yes: fc.integer({ min: 0, max: 40 }), no: fc.integer({ min: 0, max: 40 }) }), { maxLength: 40 })
  .map((all) => all.filter((each) => people(each)).map(({ yes, no }, place) => group(`${place}`, yes, no)));
const sum = (all: readonly { yes: number; no: number }[]) => all.reduce((count, each) => count + people(each), 0);

describe('hideSmall', () => {
  test('shows large groups in their order, and the others as one', () => {
    const all = [group('th', 4, 2), group('en', 30, 10), group('fr', 5, 1), group('de', 90, 10)];
    expect(hideSmall(all, SMALLEST)).toEqual({
      groups: [group('en', 30, 10), group('de', 90, 10)],
      rest: { groups: 2, yes: 9, no: 3 },
    });
  });

  test('a single small group takes the next larger one with it, or the total would give it away', () => {
    const all = [group('en', 30, 10), group('de', 90, 10), group('th', 1, 0)];
    expect(hideSmall(all, SMALLEST)).toEqual({
      groups: [group('de', 90, 10)],
      rest: { groups: 2, yes: 31, no: 10 },
    });
  });

  test('nothing is left out if all are large', () => {
    const all = [group('en', 5, 5), group('de', 10, 0)];
    expect(hideSmall(all, SMALLEST)).toEqual({ groups: all, rest: null });
  });

  test('nobody learns of fewer visitors than the smallest group, not even by subtraction from the total', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { groups: shown, rest } = hideSmall(all, SMALLEST);
        for (const each of shown) expect(people(each)).toBeGreaterThanOrEqual(SMALLEST);
        const left = sum(all) - sum(shown);
        expect(rest ? people(rest) : 0).toBe(left);
        // With the total hidden, too, there is nothing to subtract from.
        if (left && sum(all) >= SMALLEST) {
          expect(left).toBeGreaterThanOrEqual(SMALLEST);
          // One group alone would be known by its name.
          if (all.some((each) => people(each) < SMALLEST)) expect(rest?.groups).toBeGreaterThan(1);
        }
      }),
    );
  });

  test('no more is left out than has to be', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const small = all.filter((each) => people(each) < SMALLEST);
        const { groups: shown } = hideSmall(all, SMALLEST);
        if (all.length <= 31 && sum(small) >= SMALLEST) expect(shown).toHaveLength(all.length - small.length);
      }),
    );
  });
});
