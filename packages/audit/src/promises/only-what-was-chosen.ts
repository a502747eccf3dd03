import { broken, firsts } from './broken.js';
import type { Kind } from './kind.js';
import { answersOf, chosenCategory } from './phase.js';
import type { Rules } from './rules.js';
import { inPhase, isAllowedPing, isNecessary } from './traces.js';

/** The names that the owner's list or the catalogue has for categories. */
const categoriesIn = (rules: Rules): readonly string[] =>
  rules.services?.flatMap(({ categories }) => categories) ?? ['functional', 'analytics', 'marketing'];

/** After a yes to one category, no other one runs. What belongs to no known category is left to `stores` and `hosts`. */
export const onlyWhatWasChosen: Kind = {
  key: 'only-what-was-chosen',
  kept: 'After a yes to one category nothing of another one ran.',
  looksAt: (visit, rules) =>
    chosenCategory(visit, categoriesIn(rules)) !== undefined && answersOf(visit).some(({ act }) => act === 'chose'),
  judge(visits, rules) {
    return visits.flatMap((visit) => {
      const chosen = chosenCategory(visit, categoriesIn(rules)) ?? '';
      const others = inPhase(visit, rules, 'chosen').filter(
        (each) =>
          each.categories && !each.categories.includes(chosen) && !isNecessary(each) && !isAllowedPing(each, rules),
      );
      return firsts(others).map(({ trace, count }) =>
        broken(this.key, visit, trace, rules, { count, why: `the visitor had allowed ${chosen} alone` }),
      );
    });
  },
};
