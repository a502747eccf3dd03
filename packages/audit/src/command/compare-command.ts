import { readFileSync } from 'node:fs';
import Value from 'typebox/value';
import { compareReports } from '../compare/compare.js';
import { comparisonText } from '../compare/text.js';
import { Report } from '../model.js';
import { EXIT, Misuse, type Output } from './exit-codes.js';

function readReport(file: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misuse(`${file} is no report (${(error as Error).message}): name a file that --json wrote.`);
  }
  if (!Value.Check(Report, value)) throw new Misuse(`${file} is no report: name a file that --json wrote.`);
  return value;
}

/** @returns 1 if a promise is newly broken, or something is contacted or stored that was not, or earlier. */
export function compareCommand(before: string, after: string, { json }: { json?: true }, output: Output): number {
  const comparison = compareReports(readReport(before), readReport(after));
  output.print(json ? `${JSON.stringify(comparison, null, 1)}\n` : comparisonText(comparison));
  const { broken, new: added, earlier } = comparison;
  return broken.length || added.length || earlier.length ? EXIT.broken : EXIT.kept;
}
