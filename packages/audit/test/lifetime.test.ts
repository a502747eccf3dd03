import { expect, test } from 'vitest';
import { readSetCookie } from '../src/witness/lifetime.js';

const NOW = Date.parse('2026-03-01T00:00:00Z');
const read = (header: string) => readSetCookie(header, NOW);

test('a cookie asks for seconds, for a date, or for no time of its own', () => {
  expect(read('a=1; Max-Age=60')).toEqual({ name: 'a', lifetime: 60, partitioned: false });
  expect(read('a=1; expires=Sun, 01 Mar 2026 01:00:00 GMT')).toMatchObject({ lifetime: 3600 });
  expect(read('a=1; Secure; HttpOnly')).toEqual({ name: 'a', partitioned: false });
});

test('of both Max-Age counts, and what removes a cookie asks for nothing', () => {
  expect(read('a=1; max-age=5; expires=Sun, 01 Mar 2026 01:00:00 GMT')).toMatchObject({ lifetime: 5 });
  expect(read('a=; max-age=0')).toMatchObject({ lifetime: 0 });
  expect(read('a=; expires=Thu, 01 Jan 1970 00:00:00 GMT').lifetime).toBeLessThan(0);
});

test('what cannot be read is as if it were not there', () => {
  expect(read('a=1; max-age=soon; expires=never')).toEqual({ name: 'a', partitioned: false });
  expect(read('no name')).toEqual({ name: '', partitioned: false });
  expect(read(' a b = c=d ; PARTITIONED')).toEqual({ name: 'a b', partitioned: true });
});
