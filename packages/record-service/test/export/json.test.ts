import { expect, test } from 'vitest';
import { readLines, toObject } from '../../src/chain/export-file.js';
import type { ExportLine } from '../../src/chain/export-line.js';
import { toJson, toJsonLines } from '../../src/export/json.js';
import { chainOf, each, ROOT, SITE, textOf } from './sample.js';

const chains = [chainOf([{ policy: 'a\nb\u2028"' }, null]), chainOf([null], null)];

/** What `verify` reads of a file. */
async function read(text: string): Promise<ExportLine[]> {
  const lines: ExportLine[] = [];
  for await (const line of readLines(each(text.split('\n')))) lines.push(line);
  return lines;
}

test.each([
  ['everything', [SITE, ROOT, ROOT, ...chains]],
  ['no signed day', [SITE, ...chains]],
  ['no chain', [SITE, ROOT]],
  ['nothing', [SITE]],
])('%s is read as it was written, as JSON and as JSON lines', async (_, lines) => {
  const json = await textOf(toJson(each(lines)));
  const { proofs, ...object } = toObject(lines);
  expect(JSON.parse(json)).toEqual(object);
  expect(await read(json)).toEqual(lines);
  expect(await read(await textOf(toJsonLines(each(lines))))).toEqual(lines);
});
