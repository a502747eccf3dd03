import { regimes } from '@askfirst/data/regimes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveConsent } from '../../src/policy/consent.js';
import { googleSignals } from '../../src/policy/google-signals.js';
import { readOptions } from '../../src/policy/read-options.js';
import { resolveRegime } from '../../src/policy/regime.js';
import { regionalDefaults } from '../../src/policy/regional-defaults.js';
import type { Options, RegionalDefault } from '../../src/policy/types.js';

const USUAL = { categories: { functional: {}, analytics: {}, marketing: {} } };
const places = regimes.flatMap(({ places }) => places as readonly string[]);

/** What Google makes of the rows: the most specific place wins, and where no row fits, the denied default holds. */
const seenByGoogle = (rows: readonly RegionalDefault[], place: string, signal: string): unknown => {
  const rowOf = (code: string) =>
    rows.find(({ region }) => region.includes(code)) as Record<string, unknown> | undefined;
  return rowOf(place)?.[signal] ?? rowOf(place.replace(/-.*/, ''))?.[signal] ?? 'denied';
};

describe('regionalDefaults', () => {
  test('grants where the law lets things run, and denies a state whose owner asks first', () => {
    const rows = regionalDefaults({ categories: { analytics: {} }, regimes: { 'us-ca': 'opt-in' } });
    const [granted, denied, ...more] = rows;
    expect(more).toEqual([]);
    expect(granted).toMatchObject({ analytics_storage: 'granted' });
    expect(granted?.region).toContain('US');
    expect(granted?.region).not.toContain('DE');
    expect(denied).toEqual({ region: ['US-CA'], analytics_storage: 'denied' });
  });

  test('has no row if the owner asks first everywhere, or if there is nothing to grant', () => {
    expect(regionalDefaults({ ...USUAL, regimes: { '*': 'opt-in' } })).toEqual([]);
    expect(regionalDefaults({})).toEqual([]);
    expect(regionalDefaults({ categories: { chat: {} } })).toEqual([]);
  });

  test.each([
    ['a category', { categories: { analytics: { signals: 'all' } } }],
    ['a place of regimes', { ...USUAL, regimes: { EU: 'opt-in' } }],
    ['what a place is to do', { ...USUAL, regimes: { US: 'opt-out' } }],
    ['the revision', { ...USUAL, revision: 5 }],
    ['the options themselves', 'options'],
  ])('grants nothing after a mistake in %s', (_, options) =>
    expect(regionalDefaults(options as unknown as Options)).toEqual([]),
  );

  test('names ISO codes only, each once, and never security_storage', () => {
    const rows = regionalDefaults(USUAL);
    const codes = rows.flatMap(({ region }) => region);
    expect(codes).toContain('US');
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^(?!EU$)[A-Z]{2}(-[A-Z\d]{1,3})?$/);
    for (const row of rows) expect(row).not.toHaveProperty('security_storage');
  });

  test('are options that Askfirst accepts', () => {
    expect(readOptions({ ...USUAL, consentMode: { regions: regionalDefaults(USUAL) } }).isRight).toBe(true);
  });

  test('say at every place what Askfirst computes there for a visitor who has not answered', () => {
    const askFirst = fc.dictionary(
      fc.constantFrom('*', 'US', 'US-CA', 'us-tx', 'US-NY', 'JP', 'DE', 'CA-QC', 'NZ', 'ZZ'),
      fc.constant('opt-in' as const),
      { maxKeys: 3 },
    );
    const own = fc.record(
      {
        functional: fc.constant({}),
        analytics: fc.constantFrom({}, { signals: ['analytics_storage', 'ad_storage'] as const }),
        marketing: fc.constant({}),
        sensitive: fc.constant({ signals: ['personalization_storage'] as const }),
        chat: fc.constant({}),
      },
      { requiredKeys: [] },
    );
    const service = { id: 'stats', name: 'Stats', provider: 'Example', category: 'analytics' } as const;
    const services = fc.constantFrom([], [{ ...service, exemption: 'audience-measurement' as const }]);
    fc.assert(
      fc.property(own, services, askFirst, (categories, services, regimes) => {
        const options = { categories, services, regimes } as unknown as Options;
        const rows = regionalDefaults(options);
        const { categories: asked } = readOptions(options);
        for (const place of [...places, 'ZZ', 'BR-SP', 'US-NY', 'DE-BY', 'CA-ON']) {
          const { granted } = deriveConsent(asked, resolveRegime(place, regimes), null, 0, false);
          for (const [signal, state] of Object.entries(googleSignals(asked, granted)))
            if (signal !== 'security_storage')
              expect([place, signal, seenByGoogle(rows, place, signal)]).toEqual([place, signal, state]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
