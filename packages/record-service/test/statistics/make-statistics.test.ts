import { expect, test } from 'vitest';
import { type CountedRow, makeStatistics } from '../../src/statistics/make-statistics.js';

const row = (
  category: string,
  dimension: CountedRow['dimension'],
  key: string | null,
  yes: number,
  no: number,
  withdrawals?: number,
): CountedRow => ({ category, dimension, key, yes, no, ...(withdrawals !== undefined && { withdrawals }) });

test('a category about which too few answered is left out with everything about it', () => {
  const rows = [row('analytics', null, null, 9, 0, 3), row('analytics', 'locale', 'en', 9, 0)];
  expect(makeStatistics(rows, 10)).toEqual({ categories: [], hidden: 1 });
});

test('categories stand by size, and each has its own groups', () => {
  const { categories, hidden } = makeStatistics(
    [
      row('marketing', null, null, 10, 5, 9),
      row('marketing', 'layout', null, 10, 5),
      row('analytics', null, null, 20, 30, 12),
      row('analytics', 'regime', 'gdpr', 20, 28),
      row('analytics', 'regime', 'uk', 0, 2),
    ],
    10,
  );
  expect(hidden).toBe(0);
  expect(categories.map(({ category, withdrawals }) => [category, withdrawals])).toEqual([
    ['analytics', 12],
    ['marketing', null],
  ]);
  expect(categories[0]?.by.regime).toEqual({ groups: [], rest: { groups: 2, yes: 20, no: 30 } });
  expect(categories[1]?.by.layout).toEqual({ groups: [{ key: null, yes: 10, no: 5 }], rest: null });
});

test('a flood of made-up categories does not fill the page', () => {
  const rows = Array.from({ length: 1000 }, (_, place) => row(`made-up-${place}`, null, null, 10, 10));
  const { categories, hidden } = makeStatistics(rows, 10);
  expect(categories).toHaveLength(20);
  expect(hidden).toBe(980);
});
