/** An audit from its beginning to its end: pages are found, visited in each state, judged, and told. */
import { availableParallelism, freemem } from 'node:os';
import { startBrowser } from './browser/index.js';
import { type CrawlOptions, crawl } from './crawl/index.js';
import { LIMITS } from './limits.js';
import type { LongReport, Report, State, Visit } from './model.js';
import { PackedVisits } from './packed-visits.js';
import { type Promises, strictPromises } from './promises/schema.js';
import { SiteJudge } from './promises/site-judge.js';
import { recognise } from './recognise/recognise.js';
import { TOOL } from './tool.js';
import { visitPage } from './visit/index.js';

export interface AuditOptions extends CrawlOptions {
  /** @default {@link DEFAULT_STATES} */
  readonly states?: readonly State[];
  /** @default strictPromises: nothing but what is strictly necessary before a yes and after a no. */
  readonly promises?: Promises;
  /**
   * Visits of one page that run side by side, each in a browser of its own. Each waits more than it works.
   *
   * @default Two for each processor, as far as there are 700 MB of free memory for each.
   */
  readonly atOnce?: number;
  /** Stops after the visits that are under way; the report is then partial. */
  readonly signal?: AbortSignal;
  /** After each page, with its visits and a way to the report as far as it goes. */
  readonly onPage?: (visits: readonly Visit[], reportNow: () => LongReport) => void;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** What is being done, without a full stop. */
  readonly says: string;
  readonly done: number;
  /** 0 until the pages are known. */
  readonly total: number;
}

/** What an audit is made of; tests put others in their place. */
export interface Rooms {
  crawl: typeof crawl;
  visitPage: typeof visitPage;
  browserVersion(options: AuditOptions): Promise<string>;
}

/** All that a visitor can answer, and no answer. */
export const DEFAULT_STATES: readonly State[] = [
  'untouched',
  'rejected',
  'accepted',
  'only:analytics',
  'withdrawn',
  'gpc',
];

/** Bytes that one browser needs. */
const BROWSER_MEMORY = 700_000_000;

/** Starts the browser once, so that one that is missing is known before anything is waited for. */
async function browserVersion({ args, executablePath }: AuditOptions): Promise<string> {
  const started = await startBrowser({ ...(args && { args: [...args] }), ...(executablePath && { executablePath }) });
  await started.close();
  return started.version;
}

/** A visit that never came about. */
const failedVisit = (page: string, state: State, error: unknown): Visit => ({
  page,
  state,
  startedAt: new Date().toISOString(),
  duration: 0,
  moments: [],
  requests: [],
  cookies: [],
  storage: [],
  fingerprints: [],
  problems: [`The visit could not be made: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`],
});

/** Runs tasks in their order, so many at once, until the signal says stop. @returns What was done, in the order of the tasks. */
async function inTurn<T>(tasks: readonly (() => Promise<T>)[], atOnce: number, signal: AbortSignal | undefined) {
  const results: (T | undefined)[] = tasks.map(() => undefined);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < tasks.length && !signal?.aborted; index = next++) {
      const result = await tasks[index]?.();
      // What a stopped browser saw is no visit.
      if (!signal?.aborted) results[index] = result;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, worker));
  return results.filter((result): result is Awaited<T> => result !== undefined);
}

/**
 * Audits a site. The visits of its report are kept packed, so that many pages need no more memory than few.
 *
 * @param site Address of its first page.
 * @throws Error if there is no browser, or it does not start.
 */
export async function longAudit(
  site: string,
  options: AuditOptions = {},
  rooms: Rooms = { crawl, visitPage, browserVersion },
): Promise<LongReport> {
  const { states = DEFAULT_STATES, promises = strictPromises, signal, onPage, onProgress, ...others } = options;
  const {
    atOnce = Math.max(1, Math.min(2 * availableParallelism(), Math.floor(freemem() / BROWSER_MEMORY))),
    ...rest
  } = others;
  const startedAt = new Date().toISOString();
  const visits = new PackedVisits();
  const judging = new SiteJudge(promises, (page) => visits.ofPage(page));
  let done = 0;
  const browser = { name: 'Chromium', version: await rooms.browserVersion(options) };
  onProgress?.({ says: `Looking for pages of ${site}`, done, total: 0 });
  const { pages, left } = await rooms.crawl(site, rest);
  const total = pages.length * states.length;
  const reportNow = (): LongReport => ({
    format: 1,
    tool: TOOL,
    browser,
    site,
    startedAt,
    endedAt: new Date().toISOString(),
    isPartial: visits.length < total,
    plan: { pages: [...pages], states: [...states], left: [...left] },
    limits: [...LIMITS],
    visits,
    findings: judging.findings(),
  });
  for (const page of pages) {
    if (signal?.aborted) break;
    const seen = await inTurn(
      states.map((state) => async () => {
        onProgress?.({ says: `${page}, ${state}`, done, total });
        const visit = await rooms
          .visitPage(page, state, rest)
          .catch((error: unknown) => failedVisit(page, state, error));
        done++;
        return recognise(visit);
      }),
      atOnce,
      signal,
    );
    for (const visit of seen) visits.add(visit);
    judging.add(page, seen);
    onPage?.(seen, reportNow);
  }
  return reportNow();
}

/**
 * Audits a site.
 *
 * @param site Address of its first page.
 * @throws Error if there is no browser, or it does not start.
 *
 * @example
 * const report = await audit('https://example.com/', { pages: 5 });
 * const broken = report.findings.filter(({ result }) => result === 'broken');
 */
export async function audit(...given: Parameters<typeof longAudit>): Promise<Report> {
  const report = await longAudit(...given);
  return { ...report, visits: [...report.visits] };
}
