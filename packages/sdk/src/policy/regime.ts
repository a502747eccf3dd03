import type { RegimeRule, RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { strictest } from '@askfirst/data/regimes/strictest';
import type { Category, Options } from './types.js';

/** From the one that lets least run to the one that asks for nothing. */
const ORDER: readonly RegimeRule[] = ['ask', 'inform', 'run-until-objection', 'exempt'];

/** The rules of categories that hold nothing but services with an exemption that the regime knows: the least free of theirs. */
function exemptRules({ exemptions = {} }: RegimeRules, categories: readonly Category[]): RegimeRules['rules'] {
  const rules: Record<string, RegimeRule | undefined> = {};
  for (const { key, services } of categories) {
    const known = services.map(({ exemption }) => exemption && exemptions[exemption]);
    // Without a service there is no rule to find: what the page marks for such a category, nobody has declared.
    if (known.every(Boolean)) rules[key] = ORDER.find((rule) => known.includes(rule));
  }
  return rules;
}

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
  const place = String(region).toUpperCase();
  const country = place.replace(/-.*/, '');
  const named = (code: string) => regimes.find(({ places }) => places.includes(code));
  const regime = named(place) ?? named(country) ?? strictest;
  const asks = Object.keys(askedFirst).some((code) => ['*', place, country].includes(code.toUpperCase()));
  if (asks) return { ...regime, rules: {} };
  if (!regime.exemptions) return regime;
  const exempt = exemptRules(regime, categories);
  const rules = { ...regime.rules, ...exempt };
  // One question for everything: a notice beside a question would be a second thing to read, and to answer.
  if (categories.some(({ key }) => key !== 'necessary' && (rules[key] ?? rules.others) === 'ask'))
    for (const key of Object.keys(exempt)) if (exempt[key] === 'inform') delete rules[key];
  return { ...regime, rules };
}
