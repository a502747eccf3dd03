import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEnglish, languageOf } from '../../src/policy/language.js';

const there = ['ar', 'de', 'en', 'he', 'nb', 'pt', 'pt-br', 'zh-hant'];

test.each([
  [',de-CH,', 'de'],
  ['pt', 'pt'],
  ['pt-AO', 'pt'],
  ['PT-br', 'pt-br'],
  ['zh-TW', 'zh-hant'],
  ['zh-HK', 'zh-hant'],
  ['zh-Hant', 'zh-hant'],
  // Simplified characters are other ones.
  ['zh-CN', 'en'],
  ['zh', 'en'],
  ['ar-EG', 'ar'],
  ['en-GB', 'en'],
  ['no', 'nb'],
  ['no-NO', 'nb'],
  ['nn-NO', 'nb'],
  // Its code before 1989, which Java still sends.
  ['iw-IL', 'he'],
  ['eo,fr-CA,de', 'de'],
  ['not a tag,*,de', 'de'],
  ['', 'en'],
])('%s is asked in %s', (wanted, language) => {
  expect(languageOf(wanted, there)).toBe(language);
});

test('whatever a page or a browser says, the answer is a language that is there', () => {
  fc.assert(fc.property(fc.string(), (wanted) => there.includes(languageOf(wanted, there))));
});

test.each([
  ['en', true],
  [',,en-GB,de', true],
  [',EN', true],
  ['de,en', false],
  ['enm', false],
  ['', false],
])('"%s" begins with English: %s', (wanted, is) => {
  expect(isEnglish(wanted)).toBe(is);
});
