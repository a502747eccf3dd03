import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from '../../src/policy/iso-time.js';
import { time } from '../arbitraries.js';

test('reads what a Date writes, and days', () => {
  fc.assert(
    fc.property(time, (at) => {
      const text = new Date(at).toISOString();
      expect(isoTime(text)).toBe(at);
      expect(isoTime(text.slice(0, 10))).toBe(Date.parse(text.slice(0, 10)));
    }),
  );
  expect(isoTime('2026-06-01T12:00+07:00')).toBe(Date.parse('2026-06-01T05:00Z'));
});

test.each([
  undefined,
  null,
  0,
  20260601,
  new Date(0),
  ['2026-06-01'],
  '',
  'hello 1',
  '9999',
  '2026',
  '2026-6-1',
  '01.06.2026',
  '06/01/2026',
  'June 1, 2026',
  '2026-02-30',
  '2026-06-31',
  '2026-13-01',
  '2026-00-10',
  '2026-06-01T25:00Z',
  ' 2026-06-01',
  '2026-06-01 12:00',
])('%j is no time', (text) => expect(isoTime(text)).toBeNaN());
