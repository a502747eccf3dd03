/** Findings as people want them: by promise, the worst first, and what is the same on many pages said once. */
import { groupBy } from '../group-by.js';
import type { Finding, LongReport, State } from '../model.js';
import { promiseRank, promiseTitle } from './words.js';

/** The same thing, seen on one page or on many. */
export interface Group {
  readonly promise: string;
  readonly result: Finding['result'];
  readonly says: string;
  readonly mend: string | undefined;
  readonly states: readonly State[];
  readonly pages: readonly string[];
  /** In the order in which they were found. */
  readonly findings: readonly Finding[];
}

export interface PromiseSummary {
  readonly promise: string;
  readonly title: string;
  /** Broken where one finding is, else not seen where one is. */
  readonly result: Finding['result'];
  readonly groups: readonly Group[];
}

export interface Summary {
  readonly promises: readonly PromiseSummary[];
  /** The worst first. */
  readonly broken: readonly Group[];
  readonly notSeen: readonly Group[];
  readonly verdict: Verdict;
}

/** `kept`: exit code 0. `broken`: 1. `not-looked-at`: nothing is broken, but what matters could not be seen: 2. */
export type Verdict = 'kept' | 'broken' | 'not-looked-at';

const RESULTS: readonly Finding['result'][] = ['broken', 'not-seen', 'kept'];

const unique = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== undefined)),
];

/** The same thing on another page happens at another time, and its mend names that page. */
function sameness({ promise, result, says, page }: Finding): string {
  const said = says.replace(/\d+(\.\d+)? s\b/g, 's');
  return JSON.stringify([promise, result, page ? said.replaceAll(page, '') : said]);
}

function group(findings: readonly Finding[]): Group[] {
  const groups = groupBy(findings, sameness);
  return [...groups.values()]
    .map((same) => ({
      promise: (same[0] as Finding).promise,
      result: (same[0] as Finding).result,
      says: (same[0] as Finding).says,
      mend: (same[0] as Finding).mend,
      states: unique(same.map(({ state }) => state)),
      pages: unique(same.map(({ page }) => page)),
      findings: same,
    }))
    .sort(
      (a, b) =>
        RESULTS.indexOf(a.result) - RESULTS.indexOf(b.result) ||
        promiseRank(a.promise) - promiseRank(b.promise) ||
        b.pages.length - a.pages.length,
    );
}

/** Promises that a visitor cares about first: if they could not be seen, silence is no proof. */
const CORE = new Set(['visit', 'nothing-before-choice', 'nothing-after-reject', 'withdrawal-ends', 'gpc']);

function verdictOf(report: LongReport, broken: readonly Group[], notSeen: readonly Group[]): Verdict {
  if (broken.some(({ promise }) => promise !== 'visit')) return 'broken';
  const isUnseen = broken.length > 0 || notSeen.some(({ promise }) => CORE.has(promise));
  return isUnseen || !report.visits.length || report.isPartial ? 'not-looked-at' : 'kept';
}

export function summarise(report: LongReport): Summary {
  const groups = group(report.findings);
  const byPromise = groupBy(groups, ({ promise }) => promise);
  const promises = [...byPromise].map(([promise, own]) => ({
    promise,
    title: promiseTitle(promise),
    result: (own[0] as Group).result,
    groups: own,
  }));
  promises.sort(
    (a, b) => RESULTS.indexOf(a.result) - RESULTS.indexOf(b.result) || promiseRank(a.promise) - promiseRank(b.promise),
  );
  const broken = groups.filter(({ result }) => result === 'broken');
  const notSeen = groups.filter(({ result }) => result === 'not-seen');
  return { promises, broken, notSeen, verdict: verdictOf(report, broken, notSeen) };
}

/** The one sentence that everybody reads. */
export function headline({ promises, verdict }: Summary): string {
  const judged = promises.filter(({ promise }) => promise !== 'visit');
  const broken = judged.filter(({ result }) => result === 'broken').length;
  const notSeen = judged.filter(({ result }) => result === 'not-seen').length;
  const unseen = notSeen ? ` ${notSeen} could not be seen.` : '';
  if (broken) return `${broken} of ${judged.length} promises ${broken === 1 ? 'is' : 'are'} broken.${unseen}`;
  if (verdict === 'not-looked-at') return `No promise was seen broken, but not everything could be looked at.${unseen}`;
  if (notSeen) return `No promise was seen broken.${unseen}`;
  return `All ${judged.length} promises were kept in what was seen.`;
}
