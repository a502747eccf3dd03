import { expect, test } from 'vitest';
import { shortHash } from '../../src/policy/short-hash.js';

test('a hundred thousand account ids get hashes of their own, and none shows its id', () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => `user-${index}@example.org`);
  expect(new Set(ids.map(shortHash)).size).toBe(ids.length);
  expect(shortHash('ann@example.org')).toMatch(/^[a-z0-9]{1,11}$/);
});

test('a hash stays what it is: it lies in browsers for years', () => {
  expect(shortHash('user-42')).toBe('1exq1dbdns5');
});
