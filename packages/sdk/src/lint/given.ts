import type { RegimeRules } from '@askfirst/data';
import { regimes } from '@askfirst/data/regimes';
import { checkVersions, onShortNotice, type PolicyVersion } from '../policy/policy-versions.js';
import { type Finding, finding } from './codes.js';

/** From the strictest to the loosest. */
const ORDER = ['ask', 'inform', 'run-until-objection', 'exempt'];

/**
 * A row of rules that is used in place of ours, compared with our row of the same law. Nothing is known of a law that we do not have.
 */
export function lintRegime(own: RegimeRules): Finding[] {
  const law: RegimeRules | undefined = regimes.find(({ id }) => id === own.id);
  if (!law) return [];
  const ruleIn = (row: RegimeRules, key: string) => row.rules[key] ?? row.rules.others ?? 'ask';
  const keys = [...new Set(['others', ...Object.keys(law.rules), ...Object.keys(own.rules)])];
  const looser = [
    ...(own.grantMaxAgeDays > law.grantMaxAgeDays
      ? [`a yes counts for ${own.grantMaxAgeDays} days, ${law.id} has ${law.grantMaxAgeDays}`]
      : []),
    ...(own.refusalCooldownDays < law.refusalCooldownDays
      ? [`after a no it asks again after ${own.refusalCooldownDays} days, ${law.id} has ${law.refusalCooldownDays}`]
      : []),
    ...keys
      .filter((key) => ORDER.indexOf(ruleIn(own, key)) > ORDER.indexOf(ruleIn(law, key)))
      .map((key) => `${key} is "${ruleIn(own, key)}", ${law.id} has "${ruleIn(law, key)}"`),
  ];
  return looser.map((about) => finding('looser-than-law', about, 'regime'));
}

/** The versions of a policy, compared with the notice that it promises. */
export const lintVersions = (versions: readonly PolicyVersion[], noticeDays = 0): Finding[] =>
  onShortNotice(checkVersions(versions).usable, noticeDays).map(({ version, days }) =>
    finding('short-notice', `${version} after ${days} days, not ${noticeDays}`, `version "${version}"`),
  );
