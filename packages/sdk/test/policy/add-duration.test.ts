import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDuration } from '../../src/policy/add-duration.js';
import { DAY_MS, time } from '../arbitraries.js';

const later = (from: string, duration: string) => new Date(addDuration(Date.parse(from), duration)).toISOString();

describe('addDuration', () => {
  test('days and weeks are whole days of 24 hours, UTC', () => {
    fc.assert(
      fc.property(time, fc.nat(5000), (from, days) => {
        expect(addDuration(from, `P${days}D`)).toBe(from + days * DAY_MS);
        expect(addDuration(from, `P${days}W`)).toBe(from + 7 * days * DAY_MS);
      }),
    );
  });

  test.each([
    ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2028-02-29T00:00:00.000Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
    ['2026-11-30T00:00:00.000Z', 'P1Y2M1W3D', '2028-02-09T00:00:00.000Z'],
    ['2026-03-28T23:30:00.000Z', 'P30D', '2026-04-27T23:30:00.000Z'],
  ])('%s and %s is %s', (from, duration, until) => expect(later(from, duration)).toBe(until));

  test.each(['', 'P', 'P30', '30D', 'P-1D', 'PT1H', 'P1D1M', 'p30d', 'P1.5D'])('"%s" is no such duration', (bad) =>
    expect(addDuration(0, bad)).toBeNaN(),
  );
});
