import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveConsent } from '../../src/policy/consent.js';
import { lawAt } from '../../src/policy/law-at.js';
import { readOptions } from '../../src/policy/read-options.js';
import { resolveRegime } from '../../src/policy/regime.js';
import type { Options } from '../../src/policy/types.js';

const places = regimes.flatMap((each) => each.places.map((place) => [place, each] as const));
const countries = places.filter(([place]) => place.length === 2);
const named = new Set(places.map(([place]) => place));

describe('resolveRegime', () => {
  test.each([
    ['AT', 'gdpr'],
    ['DE', 'germany'],
    ['FR', 'france'],
    ['GB', 'uk'],
    ['CH', 'switzerland'],
    ['TH', 'thailand'],
    ['JP', 'japan'],
    ['US', 'us'],
    ['US-CA', 'us-california'],
    ['US-TX', 'us-texas'],
    ['US-NY', 'us'],
    ['CA', 'canada'],
    ['CA-QC', 'quebec'],
    ['CA-ON', 'canada'],
    ['DE-BY', 'germany'],
  ])('%s lives under %s', (place, id) => expect(resolveRegime(place).id).toBe(id));

  test('finds every place of every regime, in any case', () => {
    expect(places.length).toBeGreaterThan(60);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.infiniteStream(fc.boolean()), ([place, regime], stream) => {
        const written = [...place].map((letter) => (stream.next().value ? letter.toLowerCase() : letter)).join('');
        expect(resolveRegime(written)).toEqual(regime);
      }),
    );
  });

  test('gives a subdivision that no law names the law of its country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.stringMatching(/^[A-Z\d]{1,3}$/), ([country, regime], part) => {
        const place = `${country}-${part}`;
        fc.pre(!named.has(place));
        expect(resolveRegime(place)).toEqual(regime);
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

describe('lawAt', () => {
  test.each(places)('%s has the file of its law', async (place, { id }) =>
    expect((await lawAt(place.toLowerCase()))?.regime.id).toBe(id),
  );

  test("a part of a country that has no law of its own has the country's", async () => {
    for (const place of ['DE-BY', 'CA-ON', 'US-ZZ', 'GB-SCT'])
      expect((await lawAt(place))?.regime.id, place).toBe(resolveRegime(place).id);
  });

  test.each(['', 'ZZ', 'EU', 'constructor', '__proto__', undefined])('%o has none', async (place) =>
    expect(await lawAt(place)).toBeUndefined(),
  );
});

describe('the option regimes', () => {
  test.each([
    ['US-CA', { 'US-CA': 'opt-in' }, true],
    ['us-ca', { 'us-ca': 'opt-in' }, true],
    ['US-CA', { US: 'opt-in' }, true],
    ['JP', { '*': 'opt-in' }, true],
    ['US-TX', { 'US-CA': 'opt-in' }, false],
    ['US', { 'US-CA': 'opt-in' }, false],
  ] as const)('%s with %j asks first: %s', (place, askedFirst, asks) => {
    const { id, rules, ...clocks } = resolveRegime(place);
    const own = resolveRegime(place, askedFirst);
    expect(own).toEqual({ id, rules: asks ? {} : rules, ...clocks });
  });

  const services = [
    { id: 'a', name: 'A', provider: 'A', category: 'analytics' },
    { id: 'b', name: 'B', provider: 'B', category: 'marketing' },
  ];
  /** Also what nobody may write. */
  const said = fc.dictionary(
    fc.constantFrom('*', 'US', 'US-CA', 'us-tx', 'JP', 'DE', 'EU', 'nowhere', '__proto__'),
    fc.constantFrom('opt-in', 'opt-out', 'exempt', 'run-until-objection', '', null, { others: 'exempt' }),
  );
  test('whatever it says, right or wrong, nothing runs that the law alone would hold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places.map(([place]) => place), 'ZZ', ''),
        said,
        fc.boolean(),
        (region, regimes, gpc) => {
          const grantedWith = (options: object) => {
            const { options: right, categories } = readOptions({ services, region, ...options } as Options);
            const regime = resolveRegime(right.region as string, right.regimes);
            return deriveConsent(categories, regime, null, 0, gpc).granted;
          };
          const alone = grantedWith({});
          for (const [key, isGranted] of Object.entries(grantedWith({ regimes })))
            if (isGranted) expect(alone[key]).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
