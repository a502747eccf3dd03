import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/records/canonical-json.js';
import { hashOf } from '../../src/records/hash.js';

describe('canonicalJson', () => {
  test('says the same as a well-known implementation of RFC 8785, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  test('the example of the RFC: order of keys by UTF-16 units, numbers, escapes', () => {
    const example = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
    };
    const text = canonicalJson(example) as string;
    expect(text).toContain('"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]');
    expect(text).toContain('"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect([...text.matchAll(/"([^"]*)":"(?:Euro|Carr|Heb|One|Emoji|Control)/g)].map(([, key]) => key)).toEqual([
      '\\r',
      '1',
      '\u0080',
      '€',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  test('what JSON cannot say is left out, and a `toJSON` that a page has added changes nothing', () => {
    const value = { a: undefined, b: () => 1, c: [undefined], d: Object.assign(['x'], { toJSON: () => 'changed' }) };
    expect(canonicalJson(value)).toBe('{"c":[null],"d":["x"]}');
  });
});

test('hashOf is the SHA-256 of the canonical text, in hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hashOf(value)).toBe(
        createHash('sha256')
          .update(canonicalize(value) as string)
          .digest('hex'),
      );
    }),
  );
});
