import type { RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import { codesOf, regimeUnder } from './regime-under.js';
import type { Category, Options } from './types.js';

/**
 * The regime of a place. An unknown place gets the strictest. The option `regimes` can only make it ask where it would not.
 *
 * @param region ISO 3166-1 country or ISO 3166-2 subdivision, for example `DE` or `US-CA`.
 * @param askedFirst The option `regimes`, which comes before any exemption.
 * @param categories Those of the site. Without them no exemption applies.
 * @example resolveRegime('US-CA').rules // { others: 'run-until-objection' }
 * @example resolveRegime('US-CA', { US: 'opt-in' }).rules // {}, so everything is asked
 * @example resolveRegime('GB', {}, resolveCategories({ services: [ownStatistics] })).rules // { others: 'ask', analytics: 'inform' }
 */
export function resolveRegime(
  region = '',
  askedFirst: Options['regimes'] = {},
  categories: readonly Category[] = [],
): RegimeRules {
  const [place, country] = codesOf(region);
  const named = (code: string) => regimes.find(({ places }) => places.includes(code));
  return regimeUnder(named(place) ?? named(country) ?? strictest, region, askedFirst, categories);
}
