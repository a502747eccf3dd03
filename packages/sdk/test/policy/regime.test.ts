import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveRegime } from '../../src/policy/regime.js';

const places = regimes.flatMap((each) => each.places.map((place) => [place, each] as const));
const countries = places.filter(([place]) => place.length === 2);
const named = new Set(places.map(([place]) => place));

describe('resolveRegime', () => {
  test.each([
    ['DE', 'gdpr'],
    ['GB', 'uk'],
    ['CH', 'switzerland'],
    ['TH', 'thailand'],
    ['JP', 'japan'],
    ['US', 'us'],
    ['US-CA', 'us-california'],
    ['US-TX', 'us-opt-out'],
    ['US-NY', 'us'],
    ['CA', 'canada'],
    ['CA-QC', 'quebec'],
    ['CA-ON', 'canada'],
    ['DE-BY', 'gdpr'],
  ])('%s lives under %s', (place, id) => expect(resolveRegime(place).id).toBe(id));

  test('finds every place of every regime, in any case', () => {
    expect(places.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.infiniteStream(fc.boolean()), ([place, regime], stream) => {
        const written = [...place].map((letter) => (stream.next().value ? letter.toLowerCase() : letter)).join('');
        expect(resolveRegime(written)).toBe(regime);
      }),
    );
  });

  test('gives a subdivision that no law names the law of its country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.stringMatching(/^[A-Z\d]{1,3}$/), ([country, regime], part) => {
        const place = `${country}-${part}`;
        fc.pre(!named.has(place));
        expect(resolveRegime(place)).toBe(regime);
      }),
    );
  });

  test('gives an unknown place the strictest', () => {
    expect(resolveRegime()).toBe(strictest);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{2}(-[A-Z\d]{1,3})?$/), (place) => {
        fc.pre(!named.has(place) && !named.has(place.slice(0, 2)));
        expect(resolveRegime(place)).toBe(strictest);
      }),
    );
  });

  test.each(['', 'EU', 'EEA', 'USA', 'D', '-', '??'])('%j is no place', (code) =>
    expect(resolveRegime(code)).toBe(strictest),
  );
});
