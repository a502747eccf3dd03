/** Pictures for the page of the report, as far as it should grow: those of visits with a broken promise first. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { LongReport } from '../model.js';

/** Bytes; a page of this size can still be sent by mail. */
const MOST_BYTES = 15_000_000;

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** @param folder Where the names of the pictures lie. */
export function picturesOf(report: LongReport, folder: string): (name: string) => string | undefined {
  const isBroken = (page: string, state: string) =>
    report.findings.some((each) => each.result === 'broken' && each.page === page && each.state === state);
  const [first, second]: [string[], string[]] = [[], []];
  for (const { page, state, moments } of report.visits)
    (isBroken(page, state) ? first : second).push(...moments.flatMap(({ screenshot }) => screenshot ?? []));
  const within = new Set<string>();
  let bytes = 0;
  for (const name of [...first, ...second]) {
    if (!existsSync(join(folder, name))) continue;
    bytes += statSync(join(folder, name)).size;
    if (bytes < MOST_BYTES) within.add(name);
  }
  return (name) => {
    const type = TYPES[extname(name)];
    if (!within.has(name) || !type) return undefined;
    return `data:${type};base64,${readFileSync(join(folder, name), 'base64')}`;
  };
}
