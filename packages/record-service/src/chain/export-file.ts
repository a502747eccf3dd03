/** The forms of an export: one object a line, a list of the same objects, or one object with lists. */
import { Compile } from 'typebox/compile';
import { ExportLine } from './export-line.js';

const line = Compile(ExportLine);

/** A file that is no export; its message says where. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

function check(value: unknown, where: string): ExportLine {
  if (line.Check(value)) return value;
  throw new ExportError(
    `${where} is not what an export has there: it was not written by this service, or was cut off.`,
  );
}

/** All lines as one JSON object. */
export function toObject(lines: readonly ExportLine[]): Record<string, unknown> {
  const of = (wanted: ExportLine['type']) =>
    lines.filter(({ type }) => type === wanted).map(({ type: _, ...rest }) => rest);
  const [site] = of('site');
  return { ...site, roots: of('root'), chains: of('chain'), proofs: of('proof') };
}

function fromObject({ roots = [], chains = [], proofs = [], ...site }: Record<string, unknown>): ExportLine[] {
  const lists = { root: roots, chain: chains, proof: proofs };
  return [
    check({ type: 'site', ...site }, 'The beginning'),
    ...Object.entries(lists).flatMap(([type, list]) => {
      if (!Array.isArray(list)) throw new ExportError(`"${type}s" is no list.`);
      return list.map((each, index) => check({ type, ...each }, `Place ${index} of "${type}s"`));
    }),
  ];
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ExportError(`${where} is no JSON: it was changed, or cut off.`);
  }
}

/** Lines of a file that is one JSON value. */
function fromWhole(text: string): ExportLine[] {
  const value = parse(text, 'The file');
  if (Array.isArray(value)) return value.map((each, index) => check(each, `Place ${index} of the list`));
  if (typeof value === 'object' && value !== null) return fromObject(value as Record<string, unknown>);
  throw new ExportError('The file is no export.');
}

/**
 * Reads an export.
 *
 * @param texts The lines of the file.
 * @throws ExportError
 */
export async function* readLines(texts: AsyncIterable<string>): AsyncGenerator<ExportLine> {
  let whole: string[] | undefined;
  let count = 0;
  for await (const text of texts) {
    count += 1;
    if (count === 1 && !text.startsWith('{"type":')) whole = [];
    if (whole) whole.push(text);
    else if (text) yield check(parse(text, `Line ${count}`), `Line ${count}`);
  }
  if (whole) yield* fromWhole(whole.join('\n'));
  if (!count) throw new ExportError('The file is empty.');
}
