/**
 * The list of the files of an audit's evidence, as lines of JSON that are only ever added: killed in the middle, what is there is
 * whole. Each line holds the SHA-256 of its file, and of itself together with all lines before it.
 */
import { createHash } from 'node:crypto';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';

export const MANIFEST = 'manifest.jsonl';

const strict = { additionalProperties: false } as const;

export const FileLine = Type.Object(
  {
    /** Path within the folder, with `/`. */
    name: Type.String(),
    /** Bytes. */
    size: Type.Integer(),
    sha256: Type.String(),
    /** ISO 8601. */
    at: Type.String(),
    chain: Type.String(),
  },
  strict,
);
export type FileLine = Static<typeof FileLine>;

/** The last line: nothing was cut off after it was written. */
export const EndLine = Type.Object(
  { end: Type.Integer({ description: 'Number of files' }), chain: Type.String() },
  strict,
);
export type EndLine = Static<typeof EndLine>;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The link of a line: the hash of the link before it and of what the line says. */
export function link(before: string, said: Omit<FileLine, 'chain'> | Omit<EndLine, 'chain'>): string {
  const values = 'end' in said ? [said.end] : [said.name, said.size, said.sha256, said.at];
  return sha256(JSON.stringify([before, ...values]));
}

/** @returns Lines, with undefined for each that is none. */
export const readManifest = (text: string): (FileLine | EndLine | undefined)[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return Value.Check(FileLine, value) || Value.Check(EndLine, value) ? value : undefined;
      } catch {
        return undefined;
      }
    });
