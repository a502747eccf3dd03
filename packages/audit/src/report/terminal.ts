/** What the command prints: one screen, the worst first. */
import pc from 'picocolors';
import type { Cause, LongReport } from '../model.js';
import { type Group, headline, summarise } from './summary.js';
import { count, promiseTitle, resultTitle, seconds, stateTitle } from './words.js';

type Colors = ReturnType<typeof pc.createColors>;

/** Groups that are printed; the rest is a number. */
const SHOWN = 4;

/** Where to look: the file and line of the nearest cause. */
export function causeText({ kind, url, line, column, functionName }: Cause): string {
  const place = url && [url, line, line && column].filter(Boolean).join(':');
  const by = functionName ? `${kind} ${functionName}` : kind;
  return place ? `${by}, ${place}` : by;
}

function groupLines({ promise, says, mend, pages, states, findings }: Group, colors: Colors): string[] {
  const [first] = findings;
  const cause = first?.causes?.[0];
  const where = [
    pages.length > 1 ? `${pages[0]} and ${count(pages.length - 1, 'more page')}` : pages[0],
    states.map(stateTitle).join(', '),
    first?.at === undefined ? '' : `after ${seconds(first.at)}`,
  ].filter(Boolean);
  return [
    `${colors.red('✗')} ${colors.bold(says)}`,
    `  ${colors.dim(promiseTitle(promise))}`,
    ...(where.length ? [`  ${where.join(' · ')}`] : []),
    ...(cause ? [`  by ${causeText(cause)}`] : []),
    ...(mend ? [`  ${colors.green('→')} ${mend}`] : []),
  ];
}

/**
 * @param options.color Whether to colour it; without it, as the terminal says.
 * @returns Lines that end with a line break.
 */
export function terminalReport(report: LongReport, { color }: { color?: boolean } = {}): string {
  const colors = color === undefined ? pc : pc.createColors(color);
  const summary = summarise(report);
  const marks = { kept: colors.green('✓'), broken: colors.red('✗'), 'not-seen': colors.yellow('?') };
  const lines = [colors.bold(report.site), ''];
  for (const group of summary.broken.slice(0, SHOWN)) lines.push(...groupLines(group, colors), '');
  const more = summary.broken.length - SHOWN;
  if (more > 0) lines.push(`${colors.red('✗')} ${count(more, 'more finding')}: see the report (--html, --json)`, '');
  for (const { says, pages } of summary.notSeen.slice(0, SHOWN))
    lines.push(`${marks['not-seen']} ${says}${pages.length > 1 ? ` (${count(pages.length, 'page')})` : ''}`);
  if (summary.notSeen.length) lines.push('');
  for (const { title, result } of summary.promises)
    lines.push(`${marks[result]} ${title}${result === 'kept' ? '' : `: ${resultTitle(result).toLowerCase()}`}`);
  const { visits, plan } = report;
  const pages = new Set<string>();
  let requests = 0;
  for (const visit of visits) {
    pages.add(visit.page);
    requests += visit.requests.length;
  }
  lines.push(
    '',
    colors.dim(
      `${count(pages.size, 'page')}, ${count(visits.length, 'visit')}, ${count(requests, 'request')}${plan.left.length ? `; ${count(plan.left.length, 'page')} left out` : ''}${report.isPartial ? '; stopped before the end' : ''}.`,
    ),
    colors.dim(`What this cannot see: ${report.limits[0] ?? ''}`),
    '',
    colors.bold(headline(summary)),
  );
  return `${lines.join('\n')}\n`;
}
