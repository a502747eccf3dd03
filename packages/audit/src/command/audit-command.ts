import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import ora from 'ora';
import { type AuditOptions, longAudit, type Progress } from '../audit.js';
import { type Evidence, openEvidence } from '../evidence/evidence.js';
import type { LongReport, State } from '../model.js';
import { PromisesError, readPromises } from '../promises/read.js';
import { type Promises, strictPromises } from '../promises/schema.js';
import { summarise } from '../report/summary.js';
import { terminalReport } from '../report/terminal.js';
import { makeTemporary } from '../temporary.js';
import { prepareState } from '../visit/index.js';
import { EXIT, exitCodeOf, Misuse, type Output } from './exit-codes.js';
import { type Outputs, writeReports, writeStarts } from './outputs.js';

/** What the command line says, as the options of the program name it. */
export interface AuditFlags extends Outputs {
  readonly pages: number;
  readonly depth: number;
  readonly states?: readonly State[];
  readonly promises?: string;
  readonly evidence?: string;
  readonly prepare?: string;
  readonly storageState?: string;
  readonly quiet?: number;
  readonly dwell?: number;
  readonly timeout?: number;
  readonly locale?: string;
  readonly viewport?: NonNullable<AuditOptions['viewport']>;
  readonly atOnce?: number;
  readonly browser?: string;
  readonly browserFlag?: readonly string[];
  readonly screenshots: boolean;
}

/** Files are written anew at most this often, in milliseconds, and so seldom that writing takes a tenth of the time. */
const WRITE_INTERVAL = 10_000;

/** Without a scheme, https is meant. */
export function readSite(text: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Misuse(`"${text}" is no address of a page: name one such as https://example.com.`);
  return url.href;
}

function promisesOf(file: string | undefined): Promises {
  if (!file) return strictPromises;
  try {
    return readPromises(file);
  } catch (error) {
    if (error instanceof PromisesError) throw new Misuse(error.message);
    throw error;
  }
}

function evidenceOf(folder: string | undefined): Evidence | undefined {
  if (!folder) return undefined;
  try {
    return openEvidence(folder);
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** What was given, without what was not. */
const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: NonNullable<T[Key]>;
  };

/** @returns An exit code. */
export async function auditCommand(address: string, flags: AuditFlags, output: Output): Promise<number> {
  const site = readSite(address);
  const promises = promisesOf(flags.promises);
  for (const file of [flags.prepare, flags.storageState])
    if (file && !existsSync(file)) throw new Misuse(`There is no file ${file}.`);
  const evidence = evidenceOf(flags.evidence);
  const temporary = makeTemporary();
  const pictures = temporary.path;
  const stopping = new AbortController();
  const spinner = ora({ isSilent: !process.stderr.isTTY });
  let last: (() => LongReport) | undefined;
  let nextWriting = 0;
  let [made, planned] = [0, 0];
  const stop = () => {
    stopping.abort();
    // The browsers are closed next, and the process may end with them.
    const report = last && { ...last(), isPartial: true };
    if (!report) return;
    writeReports(report, flags, pictures);
    output.print(terminalReport(report));
  };
  const { quiet, dwell, timeout, locale, viewport, states, atOnce, browser, browserFlag } = flags;
  const visit = given({ quiet, dwell, timeout, locale, viewport, executablePath: browser, args: browserFlag });
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    spinner.start('Starting the browser');
    const storageState = flags.prepare ? await prepareState(resolve(flags.prepare), visit) : flags.storageState;
    const report = await longAudit(site, {
      ...visit,
      ...given({ states, atOnce, storageState }),
      ...(flags.screenshots && (flags.html || flags.evidence) && { screenshots: pictures }),
      pages: flags.pages,
      depth: flags.depth,
      promises,
      signal: stopping.signal,
      onProgress: ({ says, done, total }: Progress) => {
        planned = total;
        spinner.text = total ? `${done}/${total} ${says}` : says;
      },
      onPage: (visits, reportNow) => {
        last = reportNow;
        for (const each of visits) evidence?.addVisit(each, pictures);
        made += visits.length;
        // The log of a build server shows no spinner, and an audit of many pages takes its time.
        if (!process.stderr.isTTY) output.complain(`${made} of ${planned} visits made.\n`);
        const start = Date.now();
        if (start < nextWriting) return;
        writeReports(reportNow(), flags, pictures);
        nextWriting = Date.now() + Math.max(WRITE_INTERVAL, 9 * (Date.now() - start));
      },
    });
    spinner.stop();
    writeReports(report, flags, pictures);
    if (!stopping.signal.aborted) output.print(terminalReport(report));
    const chain = evidence?.close(report);
    if (chain) output.print(`Evidence in ${flags.evidence}. Keep the last link of its chain elsewhere: ${chain}\n`);
    for (const line of writeStarts(report, flags, promises)) output.complain(`To review: ${line}\n`);
    return exitCodeOf(summarise(report).verdict);
  } catch (error) {
    output.complain(`${(error as Error).message}\n`);
    return EXIT.notLookedAt;
  } finally {
    spinner.stop();
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await temporary.remove();
  }
}
