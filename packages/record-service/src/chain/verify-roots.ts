import type { Finding } from './finding.js';
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
