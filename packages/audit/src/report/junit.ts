/** JUnit, which every build server reads: a suite for each promise, a case for each thing found. */
import junit from 'junit-report-builder';
import type { LongReport } from '../model.js';
import { type Group, summarise } from './summary.js';
import { causeText } from './terminal.js';
import { seconds, stateTitle } from './words.js';

const MOST_PLACES = 20;

/** Page, state and moment of each finding, then what to do. */
function details({ findings, mend }: Group): string {
  const places = findings
    .slice(0, MOST_PLACES)
    .map(({ page, state, at, causes }) =>
      [
        page,
        state && stateTitle(state),
        at !== undefined && `after ${seconds(at)}`,
        causes?.[0] && causeText(causes[0]),
      ]
        .filter(Boolean)
        .join(' · '),
    );
  if (findings.length > MOST_PLACES) places.push(`and ${findings.length - MOST_PLACES} more`);
  return [...places, ...(mend ? [`Mend: ${mend}`] : [])].join('\n');
}

export function junitReport(report: LongReport): string {
  const builder = junit.newBuilder().name(`Audit of ${report.site}`);
  for (const { promise, title, groups } of summarise(report).promises) {
    const suite = builder.testSuite().name(title).timestamp(new Date(report.startedAt));
    for (const group of groups) {
      const test = suite.testCase().className(`audit.${promise}`).name(group.says);
      if (group.result === 'broken') test.failure(group.says).stacktrace(details(group));
      if (group.result === 'not-seen') test.skipped().standardOutput(details(group));
    }
  }
  return builder.build();
}
