import { regimes } from '@askfirst/data/regimes';
import { deriveConsent } from './consent.js';
import { own } from './own.js';
import { readOptions } from './read-options.js';
import { resolveRegime } from './regime.js';
import { codesOf } from './regime-under.js';
import type { Options, RegionalDefault } from './types.js';

/** Every place that a law names. */
const PLACES: readonly string[] = [...new Set(regimes.flatMap(({ places }) => places as readonly string[]))].sort();

/**
 * Rows for `consentMode.regions`: granted where the law lets the site's categories run before a choice, denied where it asks first. For
 * build scripts and servers; it contains every law.
 *
 * Only what differs from the denied default that Askfirst sends everywhere is a row: the places where something is granted, and the parts
 * of such a country that ask first after all. Any place that no law names stays denied, and so does a category with an invalid option. The
 * option `regimes` is respected, exemptions are not, because Google's services have none. Global Privacy Control is unknown here: the
 * visitor's browser answers it with an update.
 *
 * @param options Those of the site, for its categories and for `regimes`.
 * @returns Rows with ISO 3166 codes, in the order of their first code; none if no law lets anything run.
 * @throws Nothing. Of invalid options only the valid part counts.
 * @see https://developers.google.com/tag-platform/security/guides/consent#region-specific_behavior
 * @example
 * regionalDefaults({ categories: { analytics: {} }, regimes: { 'US-CA': 'opt-in' } })
 * // [{ region: ['JP', 'US'], analytics_storage: 'granted' }, { region: ['US-CA'], analytics_storage: 'denied' }]
 */
export function regionalDefaults(options: Options): RegionalDefault[] {
  const { options: right, categories } = readOptions({ ...own(options), region: PLACES[0] as string });
  // After a mistake in `regimes` the strictest rules apply everywhere, and `readOptions` drops the place.
  if (!right.region) return [];
  const asking = categories.filter(({ key }) => key !== 'necessary');
  const signals = [...new Set(asking.flatMap((category) => category.signals))].filter(
    (signal) => signal !== 'security_storage',
  );
  const defaultsAt = (place: string) => {
    const { granted } = deriveConsent(categories, resolveRegime(place, right.regimes), null, 0, false);
    const has = (signal: string) =>
      asking.some((category) => granted[category.key] && (category.signals as readonly string[]).includes(signal));
    return JSON.stringify(Object.fromEntries(signals.map((signal) => [signal, has(signal) ? 'granted' : 'denied'])));
  };
  const denied = JSON.stringify(Object.fromEntries(signals.map((signal) => [signal, 'denied'])));

  const named = [...new Set([...PLACES, ...Object.keys(right.regimes ?? {}).map((code) => code.toUpperCase())])].sort();
  const rows = new Map<string, string[]>();
  for (const place of named.filter((code) => code !== '*')) {
    const defaults = defaultsAt(place);
    const [, country] = codesOf(place);
    // Google takes the default of the country for a part of it that no row names.
    const without = country === place ? denied : defaultsAt(country);
    if (defaults !== without) rows.set(defaults, [...(rows.get(defaults) ?? []), place]);
  }
  return [...rows].map(([defaults, region]) => ({ region, ...JSON.parse(defaults) }));
}
