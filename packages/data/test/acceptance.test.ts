import { describe, expect, test } from 'vitest';
import { acceptanceTexts } from '../src/acceptance.js';
import type { AcceptanceTexts } from '../src/types.js';
import { loadedAnywhere, loadedWords } from './loaded-words.js';

const english = acceptanceTexts.en as AcceptanceTexts;

test('the dialog speaks every language that the interface speaks', () => {
  expect(Object.keys(acceptanceTexts).sort()).toEqual(Object.keys(loadedWords).sort());
});

describe.each(Object.entries(acceptanceTexts))('the dialog in %s', (language, texts) => {
  test('has every text, with the placeholders of English, translated', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(texts)) {
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toBe('');
      if (language !== 'en') expect(text, key).not.toBe(english[key as keyof AcceptanceTexts]);
    }
    expect(texts.inForce.match(/\{\w+\}/g)?.sort()).toEqual(['{date}', '{version}']);
  });

  test('says nothing loaded, and both answers are short and share their word', () => {
    for (const text of Object.values(texts)) {
      expect(text).not.toMatch(loadedAnywhere);
      expect(text).not.toMatch(loadedWords[language] as RegExp);
    }
    expect(texts.decline.length).toBeLessThanOrEqual(24);
    expect(texts.decline.toLowerCase()).toContain(texts.accept.toLowerCase());
  });
});
