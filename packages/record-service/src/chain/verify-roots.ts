import type { Finding } from './finding.js';
import { merkleRoot } from './merkle.js';
import { isSigned, rootHash, type SignedRoot } from './root.js';

/**
 * What is not as it was written in the roots of a site, without what they are about.
 *
 * @param roots In the order of their days.
 * @param trusted Public keys that may have signed them; any key if left out.
 */
export function verifyRoots(roots: readonly SignedRoot[], trusted?: readonly string[]): Finding[] {
  return roots.flatMap((root, index) => {
    const { day, publicKey, previous } = root;
    const findings: Finding[] = [];
    if (!isSigned(root))
      findings.push({ code: 'signature', message: `The root of ${day} is not the one that was signed.` });
    if (trusted && !trusted.includes(publicKey))
      findings.push({ code: 'signature', message: `The root of ${day} is signed with another key: ${publicKey}.` });
    const before = roots[index - 1];
    if (previous !== (before ? rootHash(before) : null))
      findings.push({
        code: 'missing-day',
        message: `Before the root of ${day} another one stood: it was removed or written anew.`,
      });
    return findings;
  });
}

/**
 * Compares days with their roots. Days after the last root are still open.
 *
 * @param days For each day, the chain hashes of all its entries.
 */
export function verifyDays(roots: readonly SignedRoot[], days: ReadonlyMap<string, readonly string[]>): Finding[] {
  const last = roots.at(-1)?.day ?? '';
  const rooted = new Set(roots.map(({ day }) => day));
  const open = [...days.keys()].filter((day) => day <= last && !rooted.has(day));
  return [
    ...open.map((day): Finding => ({ code: 'missing-day', message: `${day} has entries and no root.` })),
    ...roots
      .filter(({ day, merkleRoot: expected }) => merkleRoot(days.get(day) ?? []) !== expected)
      .map(({ day, entries }): Finding => {
        const count = days.get(day)?.length ?? 0;
        const says = `its root says ${entries} entries, and there are ${count}${count === entries ? ' others' : ''}`;
        return { code: 'rewritten-day', message: `${day} is not the day that was signed: ${says}.` };
      }),
  ];
}
