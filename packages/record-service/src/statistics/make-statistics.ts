import { hideSmall } from './hide-small.js';
import { type CategoryStatistics, DIMENSIONS, type Dimension, type Group, people } from './model.js';

/** One line of what the database counted. */
export interface CountedRow extends Group {
  readonly category: string;
  /** `null`: all visitors of the category. */
  readonly dimension: Dimension | null;
  /** Visitors who took back a yes; in the row of all visitors only. */
  readonly withdrawals?: number;
}

/** Anybody can send events with categories of their own. */
const MOST_CATEGORIES = 20;

/**
 * What may be shown of what was counted.
 *
 * @param smallest How many visitors a group has at least.
 */
export function makeStatistics(
  rows: readonly CountedRow[],
  smallest: number,
): { categories: CategoryStatistics[]; hidden: number } {
  const totals = rows.filter(({ dimension }) => dimension === null);
  const shown = totals
    .filter((total) => people(total) >= smallest)
    .sort((one, other) => people(other) - people(one) || one.category.localeCompare(other.category))
    .slice(0, MOST_CATEGORIES);
  const categories = shown.map(({ category, yes, no, withdrawals = 0 }) => {
    const breakdown = (name: Dimension) => {
      const groups = rows.filter((row) => row.category === category && row.dimension === name);
      return hideSmall(
        groups.map(({ key, yes, no }) => ({ key, yes, no })),
        smallest,
      );
    };
    return {
      category,
      answers: { yes, no },
      withdrawals: withdrawals < smallest ? null : withdrawals,
      by: Object.fromEntries(DIMENSIONS.map((name) => [name, breakdown(name)])) as CategoryStatistics['by'],
    };
  });
  return { categories, hidden: totals.length - categories.length };
}
