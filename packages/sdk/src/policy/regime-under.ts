import type { RegimeRule, RegimeRules } from '@askfirst/data';
import type { Category, Options } from './types.js';

/** From the one that lets least run to the one that asks for nothing. */
const ORDER: readonly RegimeRule[] = ['ask', 'inform', 'run-until-objection', 'exempt'];

/** The rules of categories that hold nothing but services with an exemption that the regime knows: the least free of theirs. */
function exemptRules({ exemptions = {} }: RegimeRules, categories: readonly Category[]): RegimeRules['rules'] {
  const rules: Record<string, RegimeRule | undefined> = {};
  for (const { key, services } of categories) {
    const known = services.map(({ exemption }) => exemption && exemptions[exemption]);
    // Without a service nobody has declared anything.
    if (known[0] && known.every(Boolean)) rules[key] = ORDER.find((rule) => known.includes(rule));
  }
  return rules;
}

/** The codes by which the law of a place is found: its own, then its country's. */
export function codesOf(region = ''): readonly [place: string, country: string] {
  const place = String(region).toUpperCase();
  return [place, place.replace(/-.*/, '')];
}

/**
 * What a law asks of one site: the option `regimes` can only make it ask where it would not, and exemptions apply as far as the site's
 * services declare them.
 *
 * @param law The rules of the place, or the strictest.
 * @param region The place, as in `resolveRegime`.
 * @param askedFirst The option `regimes`, which comes before any exemption.
 * @param categories Those of the site. Without them no exemption applies.
 */
export function regimeUnder(
  law: RegimeRules,
  region: string | undefined,
  askedFirst: Options['regimes'] = {},
  categories: readonly Category[] = [],
): RegimeRules {
  const codes = ['*', ...codesOf(region)];
  if (Object.keys(askedFirst).some((code) => codes.includes(code.toUpperCase()))) return { ...law, rules: {} };
  const single = categories.filter(({ within }) => within);
  if (!law.exemptions && !single[0]) return law;
  const exempt = exemptRules(
    law,
    categories.filter(({ within }) => !within),
  );
  const rules: Record<string, RegimeRule | undefined> = { ...law.rules, ...exempt };
  // One question for everything: a notice beside a question would be a second thing to read, and to answer.
  if (categories.some(({ key }) => key !== 'necessary' && (rules[key] ?? rules.others) === 'ask'))
    for (const key of Object.keys(exempt)) if (exempt[key] === 'inform') delete rules[key];
  // A service that the visitor may answer about has the rule of its category.
  for (const { key, within = '' } of single) rules[key] = rules[within] ?? rules.others;
  return { ...law, rules };
}
