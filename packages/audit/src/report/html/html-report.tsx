/** The report as one page: a lawyer can read it, an engineer act on it. It has no script and may load nothing. */
import { randomUUID } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { LongReport } from '../../model.js';
import { headline, summarise } from '../summary.js';
import { count, stateTitle } from '../words.js';
import { Findings, Promises } from './findings.js';
import { type Marks, marksOf } from './marks.js';
import { STYLE } from './style.js';
import { Overview, Visits, visitParts } from './visits.js';

export interface HtmlOptions {
  /** A `data:` address for the picture of this name, or undefined where it stays outside the page. */
  readonly pictureOf?: (name: string) => string | undefined;
}

/** UTC to the minute. */
const time = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

function Method({ report }: { report: LongReport }) {
  const { tool, browser, plan, startedAt, endedAt } = report;
  return (
    <section>
      <h2>How it was done</h2>
      <p>
        {tool.name} {tool.version} opened {count(plan.pages.length, 'page')} in {browser.name} {browser.version}, from{' '}
        {time(startedAt)} to {time(endedAt)}, in these states: {plan.states.map(stateTitle).join(', ')}.
      </p>
      {plan.left.length > 0 && (
        <>
          <p>Found and not visited:</p>
          <ul>
            {plan.left.map(({ page, why }) => (
              <li>
                {page}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Page({ report, marks, slot }: { report: LongReport; marks: Marks; slot: string }) {
  const summary = summarise(report);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <meta name="referrer" content="no-referrer" />
        <title>{`Audit of ${report.site}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>What {report.site} sends and stores</h1>
          <p class="limits">
            <strong>What this report cannot see.</strong> {report.limits.join(' ')}
          </p>
          <p class={`verdict ${summary.verdict}`}>{headline(summary)}</p>
          <p class="soft">
            Seen on {time(report.startedAt)}.
            {report.isPartial && <strong> The audit was stopped before its plan was done.</strong>}
          </p>
        </header>
        <main>
          <Promises promises={summary.promises} />
          <Findings title="Broken promises" groups={summary.broken} marks={marks} />
          <Findings title="What could not be seen" groups={summary.notSeen} marks={marks} />
          <Overview report={report} marks={marks} />
          <Visits slot={slot} />
          <Method report={report} />
        </main>
        <footer>
          {report.tool.name} {report.tool.version}. This page loads nothing and runs no script.
        </footer>
      </body>
    </html>
  );
}

/** A whole HTML document in parts, so that a long one need not be in memory at once. */
export function* htmlParts(report: LongReport, { pictureOf = () => undefined }: HtmlOptions = {}): Generator<string> {
  const marks = marksOf(report);
  // No page of a site can contain it.
  const slot = randomUUID();
  const [head = '', tail = ''] = renderToString(<Page report={report} marks={marks} slot={slot} />).split(slot);
  yield `<!doctype html>\n${head}`;
  yield* visitParts(report, marks, pictureOf);
  yield `${tail}\n`;
}

/** @returns A whole HTML document. */
export const htmlReport = (report: LongReport, options: HtmlOptions = {}): string =>
  [...htmlParts(report, options)].join('');
