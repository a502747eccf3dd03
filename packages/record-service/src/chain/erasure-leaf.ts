import { canonicalJson } from 'askfirst/records';
import type { Chain } from './chain.js';
import { textHash } from './entry.js';

/** A request for an erasure, or its removal, as the root of its day covers it. */
export interface ErasureLeaf {
  /** ISO date, UTC. */
  readonly day: string;
  /** SHA-256 in hex. */
  readonly hash: string;
}

/**
 * What is signed of a chain's erasures: each request on its day, and each removal on its own. The hash of the chain at the last entry says
 * which chain it is about, also when the record's id is gone. No account is part of it, so that nothing of one stays.
 */
export function erasureLeaves({ entries, erasures }: Pick<Chain, 'entries' | 'erasures'>): ErasureLeaf[] {
  if (!erasures.length) return [];
  const hashes = new Map(entries.map(({ n, chainHash }) => [n, chainHash]));
  const chainHashAt = (n: number) => hashes.get(n) ?? null;
  return erasures.flatMap(({ upto, requestedAt, dueAt, doneAt, removedUpto, removed }) => {
    const asked = { type: 'erasure-request', chainHash: chainHashAt(upto), requestedAt, dueAt };
    const leaf = (at: string, content: object) => ({
      day: at.slice(0, 10),
      hash: textHash(canonicalJson(content) as string),
    });
    if (doneAt === null || removedUpto === null) return [leaf(requestedAt, asked)];
    const done = { type: 'erasure', of: asked, chainHash: chainHashAt(removedUpto), doneAt, removed };
    return [leaf(requestedAt, asked), leaf(doneAt, done)];
  });
}
