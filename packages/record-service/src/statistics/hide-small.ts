import { type Answers, type Breakdown, type Group, people } from './model.js';

/** Anybody can send events with languages of their own: more groups than these are not shown one by one. */
const MOST_GROUPS = 31;

const sum = (groups: readonly Answers[]): Answers =>
  groups.reduce<Answers>((all, { yes, no }) => ({ yes: all.yes + yes, no: all.no + no }), { yes: 0, no: 0 });

/**
 * Leaves out groups of which the numbers would say what single visitors chose, and so many others that the sum of those left out is no
 * such group itself: whoever knows the total can subtract what is shown from it. Statisticians call the second step complementary
 * suppression, https://ec.europa.eu/eurostat/cros/content/statistical-disclosure-control_en
 *
 * @param groups Every visitor is in exactly one.
 * @param smallest How many visitors a group has at least.
 * @returns Nothing but a rest that is too small, if all groups together are: then the total must not be shown either.
 */
export function hideSmall(groups: readonly Group[], smallest: number): Breakdown {
  const bySize = [...groups].sort((one, other) => people(other) - people(one));
  const isLarge = (group: Group) => people(group) >= smallest;
  let shown = Math.min(bySize.filter(isLarge).length, MOST_GROUPS);
  while (shown > 0 && shown < bySize.length && people(sum(bySize.slice(shown))) < smallest) shown -= 1;
  const rest = bySize.slice(shown);
  const kept = new Set(bySize.slice(0, shown));
  return {
    groups: groups.filter((group) => kept.has(group)),
    rest: rest.length ? { groups: rest.length, ...sum(rest) } : null,
  };
}
