import type { Exemption, RegimeRule, Service } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { deriveConsent } from '../../src/policy/consent.js';
import { readOptions } from '../../src/policy/read-options.js';
import { resolveRegime } from '../../src/policy/regime.js';
import type { Options } from '../../src/policy/types.js';
import { recordWith } from '../arbitraries.js';

const statistics = {
  id: 'own-statistics',
  name: 'Statistics',
  provider: 'Example Ltd',
  category: 'analytics',
  exemption: 'audience-measurement',
} as const satisfies Service;
const theme = { ...statistics, id: 'theme', category: 'functional', exemption: 'appearance' } as const;
const { exemption: _, ...plain } = statistics;
const other: Service = { ...plain, id: 'other' };

/** What runs at a place before a choice. */
function runsAt(region: string, services: readonly object[], more: Options = {}) {
  const { options, categories } = readOptions({ region, services, ...more } as Options);
  const regime = resolveRegime(options.region as string, options.regimes, categories);
  const { granted } = deriveConsent(categories, regime, null, 0, false);
  return Object.keys(granted).filter((key) => key !== 'necessary' && granted[key]);
}

describe('a category whose every service declares an exemption', () => {
  test.each<[string, readonly object[], string[]]>([
    ['GB', [statistics], ['analytics']],
    ['gb-sct', [statistics], ['analytics']],
    ['GB', [theme], ['functional']],
    ['FR', [statistics], ['analytics']],
    // CNIL knows no exemption for appearance.
    ['FR', [theme], []],
    ['FR', [statistics, theme], ['analytics']],
    ['FR', [statistics, { ...theme, category: 'analytics' }], []],
    ['GB', [statistics, { ...theme, category: 'analytics' }], ['analytics']],
    // One without an exemption is enough.
    ['GB', [statistics, other], []],
    ['GB', [other, statistics], []],
    ['GB', [other], []],
    // The law knows none.
    ['DE', [statistics], []],
    ['CH', [statistics], []],
    ['ZZ', [statistics], []],
    ['', [statistics], []],
    // Wrong, so that the category is denied.
    ['GB', [{ ...statistics, exemption: 'analytics' }], []],
    ['GB', [{ ...statistics, exemption: true }], []],
    ['GB', [{ id: 'ga4', category: 'analytics', api: 'gtag', tagId: 'G-1', exemption: 'audience-measurement' }], []],
    ['GB', [{ id: 'gtm', category: 'analytics', api: 'gtm', tagId: 'GTM-1', exemption: 'audience-measurement' }], []],
  ])('%s with %j lets run: %j', (place, services, keys) => expect(runsAt(place, services)).toEqual(keys));

  test('a category without a service has none', () => {
    expect(runsAt('FR', [statistics], { categories: { marketing: {} } })).toEqual(['analytics']);
  });

  test('beside a question nothing runs with notice: everything is in the question', () => {
    expect(runsAt('GB', [statistics], { categories: { marketing: {} } })).toEqual([]);
    expect(runsAt('GB', [statistics, theme])).toEqual(['analytics', 'functional']);
  });

  test('an owner who asks first asks here, too', () => {
    for (const code of ['GB', '*']) expect(runsAt('GB', [statistics], { regimes: { [code]: 'opt-in' } })).toEqual([]);
  });

  test('a mistake about the place means the strictest rules', () => {
    expect(runsAt('GB', [statistics], { regimes: { Scotland: 'opt-in' } })).toEqual([]);
  });

  test('an objection holds, and an old yes is not needed', () => {
    const { categories } = readOptions({ services: [statistics] });
    const regime = resolveRegime('GB', {}, categories);
    const choice = { at: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z', asked: [] };
    const at = Date.parse('2026-11-28');
    const granted = (isYes: boolean) =>
      deriveConsent(categories, regime, { choices: { analytics: { ...choice, granted: isYes } } } as never, at, false);
    expect(granted(false)).toMatchObject({ granted: { analytics: false }, ask: false });
    expect(granted(true)).toMatchObject({ granted: { analytics: true }, reasons: { analytics: 'regime' } });
  });

  test('of several rules the one that lets least run holds', async () => {
    // No law has two yet.
    const rules = { 'audience-measurement': 'exempt', appearance: 'inform' } as const;
    const mixed = { ...regimes[0], places: ['ZZ'], rules: { others: 'ask' }, exemptions: rules };
    vi.doMock('@askfirst/data/regimes', () => ({ regimes: [mixed] }));
    vi.resetModules();
    const { resolveRegime: resolve } = await import('../../src/policy/regime.js');
    vi.doUnmock('@askfirst/data/regimes');
    const of = (services: Service[]) => resolve('ZZ', {}, readOptions({ services }).categories).rules.analytics;
    expect(of([statistics, { ...theme, category: 'analytics' }])).toBe('inform');
    expect(of([{ ...theme, category: 'analytics' }, statistics])).toBe('inform');
    expect(of([statistics])).toBe('exempt');
    expect(of([statistics, other])).toBeUndefined();
  });

  const places = regimes.flatMap((each) => each.places);
  const said = fc.constantFrom<unknown>(
    'audience-measurement',
    'appearance',
    'exempt',
    '__proto__',
    '',
    null,
    undefined,
  );
  const key = fc.constantFrom('functional', 'analytics', 'marketing', 'own', 'constructor');
  const services = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), category: key, exemption: said }, { noNullPrototype: true }),
    { selector: ({ id }) => id, maxLength: 5 },
  );
  const noChoice = recordWith(fc.constant({}));
  test('whatever an owner declares, no more runs than the law with its exemptions lets run', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.constantFrom(...places, 'FR', 'GB'), services, noChoice, (place, list, record) => {
        const { options, categories } = readOptions({
          region: place,
          services: list.map((each) => ({ name: 'A', provider: 'A', ...each })),
        } as Options);
        const law = resolveRegime(place);
        const regime = resolveRegime(options.region as string, options.regimes, categories);
        const { granted } = deriveConsent(categories, regime, record, 0, false);
        for (const [category, isGranted] of Object.entries(granted)) {
          if (category === 'necessary' || !isGranted || law.rules.others !== 'ask') continue;
          seen += 1;
          const own = list.filter((each) => each.category === category);
          expect(own.length).toBeGreaterThan(0);
          for (const { exemption } of own) {
            const rule: RegimeRule | undefined = law.exemptions?.[exemption as Exemption];
            expect(['inform', 'exempt', 'run-until-objection']).toContain(rule);
          }
        }
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(5);
  });
});
