import type { RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import type { Options } from './types.js';

/**
 * The regime of a place. An unknown place gets the strictest. The option `regimes` can only make it ask where it would not.
 *
 * @param region ISO 3166-1 country or ISO 3166-2 subdivision, for example `DE` or `US-CA`.
 * @param askedFirst The option `regimes`.
 * @example resolveRegime('US-CA').rules // { others: 'run-until-objection' }
 * @example resolveRegime('US-CA', { US: 'opt-in' }).rules // {}, so everything is asked
 */
export function resolveRegime(region = '', askedFirst: Options['regimes'] = {}): RegimeRules {
  const place = String(region).toUpperCase();
  const country = place.replace(/-.*/, '');
  const named = (code: string) => regimes.find(({ places }) => places.includes(code));
  const regime = named(place) ?? named(country) ?? strictest;
  const asks = Object.keys(askedFirst).some((code) => ['*', place, country].includes(code.toUpperCase()));
  return asks ? { ...regime, rules: {} } : regime;
}
