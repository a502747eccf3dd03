import type { LongReport } from '../model.js';

const text = (value: unknown): string => JSON.stringify(value, null, 1);

/** The report as JSON in parts, so that a long one need not be in memory at once: it may be longer than any string. */
export function* jsonParts({ visits, ...report }: LongReport): Generator<string> {
  yield `${text(report).replace(/\n\}$/, '')},\n "visits": [`;
  let separator = '';
  for (const visit of visits) {
    yield `${separator}\n${text(visit)}`;
    separator = ',';
  }
  yield '\n ]\n}\n';
}
