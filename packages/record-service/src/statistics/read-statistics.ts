import type { Queries } from '../store/database.js';
import { countAnswers } from './count-answers.js';
import { makeStatistics } from './make-statistics.js';
import type { Statistics } from './model.js';
import { countedUntil, type Month, monthsBetween } from './month.js';

/** Rates of fewer visitors would say what single people chose. */
const SMALLEST_GROUP = 10;
const DAY = 86_400_000;

/**
 * The opt-in rates of one site in one month.
 *
 * @param now Milliseconds since the epoch: the day that is not over is not counted.
 */
export async function readStatistics(
  queries: Queries,
  site: { readonly id: number; readonly name: string },
  month: Month,
  now: number,
): Promise<Statistics> {
  const end = countedUntil(month, now);
  const rows = await countAnswers(queries, site.id, month.start, end);
  // Each day has a root, and is counted once it is over.
  const [first] = await queries.query<{ day: string | null }>(
    'select min(day)::text as day from roots where site_id = $1',
    [site.id],
  );
  return {
    site: site.name,
    month: month.name,
    lastDay: end > month.start ? new Date(end - DAY).toISOString().slice(0, 10) : null,
    smallestGroup: SMALLEST_GROUP,
    months: monthsBetween(first?.day ? Date.parse(first.day) : now, now),
    ...makeStatistics(rows, SMALLEST_GROUP),
  };
}
