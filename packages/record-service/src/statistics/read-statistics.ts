import type { Queries } from '../store/database.js';
import { countAnswers } from './count-answers.js';
import { makeStatistics } from './make-statistics.js';
import type { Statistics } from './model.js';
import { countedUntil, type Month, monthsBetween } from './month.js';

/** Rates of fewer visitors would say what single people chose. */
const SMALLEST_GROUP = 10;
const DAY = 86_400_000;

interface SiteName {
  readonly id: number;
  readonly name: string;
}

/** What may be shown of a month. */
type Shown = Pick<Statistics, 'categories' | 'hidden'>;

/** The days of a site that have roots, and how many of its erasures removed something. */
const SIGNED = `
select min(day)::text as first, max(day)::text as last,
  (select count(*) from erasures where site_id = $1 and removed > 0)::int as erasures
from roots where site_id = $1`;

/**
 * Reads the opt-in rates of one site in one month.
 *
 * @param now Milliseconds since the epoch: the day that is not over is not counted.
 */
export type ReadStatistics = (site: SiteName, month: Month, now: number) => Promise<Statistics>;

/**
 * Counting takes long, and signed days change by erasures only: what was counted of them is kept in memory until another day is over or
 * something was erased. It is no more than what may be shown.
 */
export function statisticsReader(queries: Queries): ReadStatistics {
  const kept = new Map<string, { readonly of: string; readonly shown: Promise<Shown> }>();
  return async (site, month, now) => {
    const end = countedUntil(month, now);
    const lastDay = end > month.start ? new Date(end - DAY).toISOString().slice(0, 10) : null;
    // Before it is counted, so that what is erased meanwhile makes another number.
    const [signed] = await queries.query<{ first: string | null; last: string | null; erasures: number }>(SIGNED, [
      site.id,
    ]);
    // Each day has a root, and is counted once it is over.
    const months = monthsBetween(signed?.first ? Date.parse(signed.first) : now, now);
    const count = async () => makeStatistics(await countAnswers(queries, site.id, month.start, end), SMALLEST_GROUP);
    const isSigned = lastDay !== null && months.includes(month.name) && (signed?.last ?? '') >= lastDay;
    const recall = () => {
      const name = `${site.id} ${month.name}`;
      const of = `${lastDay} ${signed?.erasures}`;
      const there = kept.get(name);
      if (there?.of === of) return there.shown;
      const shown = count();
      kept.set(name, { of, shown });
      shown.catch(() => kept.delete(name));
      return shown;
    };
    return {
      site: site.name,
      month: month.name,
      lastDay,
      smallestGroup: SMALLEST_GROUP,
      months,
      ...(await (isSigned ? recall() : count())),
    };
  };
}
