import type { Page } from '@playwright/test';

/** What `askfirst:problem` carries beside the console message. */
export interface ProblemReport {
  codes: string[];
  message: string;
}

/** What `askfirst:withdrawal` carries. */
export interface WithdrawalReport {
  removed: { name: string; kind: string }[];
  remaining: { name: string; kind: string; why: string }[];
}

/** Writes down both events from the first moment of each page that is opened from now on. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.reports = { problem: [], withdrawal: [] };
    for (const name of ['problem', 'withdrawal'] as const)
      document.addEventListener(`askfirst:${name}`, (event) =>
        window.reports[name].push(structuredClone((event as CustomEvent).detail)),
      );
  });

export const problems = (page: Page): Promise<ProblemReport[]> => page.evaluate(() => window.reports.problem);
export const withdrawals = (page: Page): Promise<WithdrawalReport[]> => page.evaluate(() => window.reports.withdrawal);

/** `kind name` of each entry, sorted. */
export const named = (entries: { name: string; kind: string }[] = []): string[] =>
  entries.map(({ kind, name }) => `${kind} ${name}`).sort();
