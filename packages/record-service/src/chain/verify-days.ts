import type { Finding } from './finding.js';
import { merkleRoot } from './merkle.js';
import type { RootContent } from './root.js';

/** What a root covers. */
export const KINDS = ['entries', 'erasures'] as const;
export type Kind = (typeof KINDS)[number];

const ROOT = { entries: 'merkleRoot', erasures: 'erasuresRoot' } as const;
export const rootOf = (root: RootContent, kind: Kind): string => root[ROOT[kind]];

/** Chains that one finding names. */
const MOST_NAMED = 5;

function namesOf(hashes: readonly string[], names: ReadonlyMap<string, string>): string {
  const all = [...new Set(hashes.flatMap((hash) => names.get(hash) ?? []))];
  if (!all.length) return '';
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return ` (${all.slice(0, MOST_NAMED).join(', ')}${more})`;
}

/**
 * Compares what days have with their roots. Days after the last root are still open.
 *
 * @param days For each day, the hashes of all its entries, or of all its erasures.
 * @param names Whose they are, where findings say so.
 */
export function verifyDays(
  roots: readonly RootContent[],
  kind: Kind,
  days: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, string>,
): Finding[] {
  const last = roots.at(-1)?.day ?? '';
  const rooted = new Set(roots.map(({ day }) => day));
  const open = [...days.keys()].filter((day) => day <= last && !rooted.has(day));
  return [
    ...open.map((day): Finding => {
      const has = `${kind}${namesOf(days.get(day) ?? [], names)}`;
      return { code: 'missing-day', message: `${day} has ${has} and no root.` };
    }),
    ...roots.flatMap((root): Finding[] => {
      const { day, [kind]: count } = root;
      const hashes = days.get(day) ?? [];
      if (merkleRoot(hashes) === rootOf(root, kind)) return [];
      const there = `${hashes.length}${hashes.length === count ? ' others' : ''}${namesOf(hashes, names)}`;
      const says = `its root says ${count} ${kind}, and there are ${there}`;
      return [{ code: 'rewritten-day', message: `${day} is not the day that was signed: ${says}.` }];
    }),
  ];
}
