/** Where on the page a visit stands, and which of its rows a promise was broken by. */
import { groupBy } from '../../group-by.js';
import type { Finding, LongReport, Visit } from '../../model.js';

export interface Marks {
  /** Fragment of the section of a visit. */
  anchorOf(visit: Pick<Visit, 'page' | 'state'>): string;
  /** Whether a broken promise names this request or this stored thing. */
  isBlamed(visit: Visit, subject: string): boolean;
  brokenIn(visit: Visit): number;
}

const keyOf = ({ page, state }: { page?: string | undefined; state?: string | undefined }) => `${state} ${page}`;

export function marksOf(report: LongReport): Marks {
  const anchors = new Map<string, string>();
  for (const visit of report.visits) anchors.set(keyOf(visit), `visit-${anchors.size + 1}`);
  const broken = groupBy(
    report.findings.filter(({ result }: Finding) => result === 'broken'),
    keyOf,
  );
  const subjects = new Map(
    [...broken].map(([key, findings]) => [key, new Set(findings.map(({ subject }) => subject))]),
  );
  return {
    anchorOf: (visit) => anchors.get(keyOf(visit)) ?? '',
    isBlamed: (visit, subject) => subjects.get(keyOf(visit))?.has(subject) ?? false,
    brokenIn: (visit) => broken.get(keyOf(visit))?.length ?? 0,
  };
}
