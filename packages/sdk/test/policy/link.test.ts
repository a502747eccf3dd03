import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTo } from '../../src/policy/link.js';

const BASE = 'https://www.shop.example/a/';

test('addresses of the web, of a mailbox, and on the same site stay as they are', () => {
  for (const fine of [
    '/privacy',
    'privacy.html?at=10:30',
    './a:b',
    '../privacy',
    '#privacy',
    '?privacy',
    '//cdn.example/privacy',
    'https://www.example/privacy',
    'HTTP://www.example/',
    'mailto:privacy@shop.example',
    '/datenschutz/über-uns',
    ' /privacy',
  ])
    expect(linkTo(fine)).toBe(fine);
  for (const none of [undefined, null, '', 5, {}, ['javascript:alert(1)']])
    expect(linkTo(none) || undefined).toBeUndefined();
});

test('whatever stands before or in it: nothing that a browser reads as an address of another sort passes', () => {
  const scheme = fc.constantFrom('javascript', 'JavaScript', 'data', 'vbscript', 'blob', 'file', 'about', 'x-app');
  const noise = fc.string({
    unit: fc.constantFrom('\0', '\u0001', '\u001f', ' ', '\t', '\n', '\r', '\v', '\u00a0', '\u200b'),
  });
  fc.assert(
    fc.property(noise, scheme, noise, fc.nat(8), fc.string(), (before, name, inside, at, rest) => {
      const address = `${before}${name.slice(0, at)}${inside}${name.slice(at)}:${rest}`;
      if (linkTo(address) === undefined) return;
      expect(new URL(address, BASE).protocol).toBe('https:');
    }),
    { numRuns: 2000 },
  );
  expect(linkTo('\u0001 java\nscript:alert(1)')).toBeUndefined();
});
