import type { ExportLine } from '../chain/export-line.js';

/** One JSON object a line. */
export async function* toJsonLines(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/**
 * One JSON object: what the first line says, then the lists `roots` and `chains`. It is written while it is read.
 *
 * @param lines The site, its roots, its chains, in this order.
 */
export async function* toJson(lines: AsyncIterable<ExportLine>): AsyncGenerator<string> {
  let list: ExportLine['type'] = 'root';
  let separator = '\n';
  for await (const { type, ...value } of lines) {
    const json = JSON.stringify(value);
    if (type === 'site') {
      yield `${json.slice(0, -1)},"roots":[`;
      continue;
    }
    if (type !== list) {
      yield '\n],"chains":[';
      list = type;
      separator = '\n';
    }
    yield separator + json;
    separator = ',\n';
  }
  yield list === 'root' ? '\n],"chains":[]}\n' : '\n]}\n';
}
