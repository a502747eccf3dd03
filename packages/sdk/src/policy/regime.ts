import type { RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';

/**
 * The regime of a place. An unknown place gets the strictest.
 *
 * @param region ISO 3166-1 country or ISO 3166-2 subdivision, for example `DE` or `US-CA`.
 * @example resolveRegime('US-CA').rules // { others: 'run-until-objection' }
 */
export function resolveRegime(region = ''): RegimeRules {
  const place = String(region).toUpperCase();
  const named = (code: string) => regimes.find(({ places }) => places.includes(code));
  return named(place) ?? named(place.replace(/-.*/, '')) ?? strictest;
}
