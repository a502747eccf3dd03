/** Whether the evidence of an audit is as it was written. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type EndLine, type FileLine, link, MANIFEST, readManifest, sha256 } from './manifest.js';

export interface Verified {
  readonly isWhole: boolean;
  readonly files: number;
  /** The last link of the chain, to compare with one that was kept elsewhere. */
  readonly chain: string;
  /** One sentence each. */
  readonly problems: readonly string[];
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name))
    .filter((name) => name !== MANIFEST && !statSync(join(folder, name)).isDirectory())
    .map((name) => name.replaceAll(sep, '/'));

/** What is wrong with the list itself. */
function listProblems(lines: readonly (FileLine | EndLine | undefined)[]): { problems: string[]; chain: string } {
  const problems: string[] = [];
  let chain = '';
  lines.forEach((line, index) => {
    if (!line) {
      problems.push(`Line ${index + 1} of ${MANIFEST} was changed: it cannot be read.`);
      return;
    }
    const { chain: said, ...rest } = line;
    if (link(chain, rest) !== said)
      problems.push(
        `Line ${index + 1} of ${MANIFEST} does not follow the line before it: lines were changed, removed, added or put in another order.`,
      );
    chain = said;
  });
  const ends = lines.flatMap((line, index) => (line && 'end' in line ? [index] : []));
  const last = lines.at(-1);
  if (!last || !('end' in last))
    problems.push(`${MANIFEST} has no last line: the audit was killed, or its end was cut off.`);
  else if (ends.length > 1 || last.end !== lines.length - 1)
    problems.push(`${MANIFEST} lists another number of files than it says.`);
  return { problems, chain };
}

/** What is wrong with the files, by the list. */
function fileProblems(folder: string, lines: readonly FileLine[]): string[] {
  const there = new Set(filesIn(folder));
  const bySum = new Map(lines.map((line) => [line.sha256, line.name]));
  const problems: string[] = [];
  for (const { name, sha256: sum } of lines) {
    if (!there.delete(name)) {
      problems.push(`${name} was removed.`);
      continue;
    }
    const now = sha256(new Uint8Array(readFileSync(join(folder, name))));
    if (now === sum) continue;
    const other = bySum.get(now);
    problems.push(
      other ? `${name} holds what ${other} held: files were put in another order.` : `${name} was changed.`,
    );
  }
  return [...problems, ...[...there].sort().map((name) => `${name} was added.`)];
}

/**
 * @param kept The last link of the chain, kept elsewhere: without it, who can write the folder can write another one as well.
 * @throws Error if the folder holds no evidence.
 *
 * @example
 * const { isWhole, problems } = verifyEvidence('evidence');
 */
export function verifyEvidence(folder: string, kept?: string): Verified {
  const manifest = join(folder, MANIFEST);
  if (!existsSync(manifest)) throw new Error(`There is no evidence in ${folder}: it has no ${MANIFEST}.`);
  const lines = readManifest(readFileSync(manifest, 'utf8'));
  const files = lines.filter((line): line is FileLine => !!line && 'name' in line);
  const { problems, chain } = listProblems(lines);
  problems.push(...fileProblems(folder, files));
  if (kept !== undefined && kept !== chain)
    problems.push(
      'The last link of the chain is another one than was kept: this is not the evidence that was written then.',
    );
  return { isWhole: !problems.length, files: files.length, chain, problems };
}
