import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/policy/fingerprint.js';
import type { Options } from '../../src/policy/types.js';

const of = (revision: string) => fingerprint({ revision });

test('is a whole number of 32 bits, which JSON keeps', () => {
  fc.assert(
    fc.property(fc.object(), (options) => {
      const print = fingerprint(options as Options);
      expect(Number.isInteger(print) && Math.abs(print) <= 2 ** 31).toBe(true);
      expect(JSON.parse(JSON.stringify(print))).toBe(print);
    }),
  );
});

test('is the same for the same options, also after JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const options = { controller: value } as Options;
      expect(fingerprint(JSON.parse(JSON.stringify(options)))).toBe(fingerprint(options));
    }),
  );
});

test('never overlooks one changed letter', () => {
  const letter = fc.stringMatching(/^[\w-]$/);
  fc.assert(
    fc.property(fc.string(), letter, letter, fc.string(), (before, one, other, after) => {
      fc.pre(one !== other);
      expect(of(before + one + after)).not.toBe(of(before + other + after));
    }),
  );
});

test('tells options apart', () => {
  const prints = Array.from({ length: 1000 }, (_, index) => fingerprint({ policy: { version: `2026-${index}` } }));
  expect(new Set(prints).size).toBe(1000);
});
