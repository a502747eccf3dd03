import type { Line } from './export.js';

/** One JSON object a line. */
export async function* toJsonLines(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** One JSON list. */
export async function* toJson(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const line of lines) {
    yield separator + JSON.stringify(line);
    separator = ',\n';
  }
  yield '\n]\n';
}
