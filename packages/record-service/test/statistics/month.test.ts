import { expect, test } from 'vitest';
import { countedUntil, daysOf, type Month, monthsBetween, parseMonth } from '../../src/statistics/month.js';

test.each([
  '2026-13',
  '2026-00',
  '2026-1',
  '26-01',
  '2026-01-01',
  '',
  "2026-01'",
  '0000-01',
  '0099-12',
  '10000-01',
  '1e9',
  '-1',
  '-2026-01',
  '+2026-01',
  '2026--1',
  '2026-01\n',
  '２０２６-01',
  `2026-${'0'.repeat(10_000)}1`,
])('%s is no month', (text) => {
  expect(parseMonth(text)).toBeNull();
});

test('a month ends where the next one begins, also at the end of a year and in a leap year', () => {
  expect(parseMonth('2026-12')).toEqual({ name: '2026-12', start: Date.UTC(2026, 11), end: Date.UTC(2027, 0) });
  expect(daysOf(parseMonth('2028-02') as Month)).toHaveLength(29);
});

test('the day that is not over is not counted', () => {
  const month = parseMonth('2026-11') as Month;
  expect(countedUntil(month, Date.UTC(2026, 10, 28, 23, 59))).toBe(Date.UTC(2026, 10, 28));
  expect(countedUntil(month, Date.UTC(2026, 10, 1, 5))).toBe(month.start);
  expect(countedUntil(month, Date.UTC(2027, 3, 1))).toBe(month.end);
});

test('months from the first to the last, both with them', () => {
  expect(monthsBetween(Date.UTC(2026, 10, 30), Date.UTC(2027, 1, 1))).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ]);
});
