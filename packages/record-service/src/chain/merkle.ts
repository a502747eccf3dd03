/** Merkle trees by RFC 6962, 2.1, over hashes in hex that are sorted. https://www.rfc-editor.org/rfc/rfc6962#section-2.1 */
import { createHash } from 'node:crypto';

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
type Digest = ReturnType<typeof sha256>;
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);
const leafOf = (hash: string) => sha256(LEAF, Buffer.from(hash, 'hex'));
const nodeOf = (left: Uint8Array, right: Uint8Array) => sha256(NODE, left, right);

/** The levels of a tree, from its leaves to its root. A node without a neighbour rises as it is, which gives the tree of the RFC. */
function levelsOf(hashes: readonly string[]): Digest[][] {
  const levels = [[...hashes].sort().map(leafOf)];
  for (let level = levels[0] as Digest[]; level.length > 1; levels.push(level)) {
    const above: Digest[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index] as Digest, level[index + 1]];
      above.push(right ? nodeOf(left, right) : left);
    }
    level = above;
  }
  return levels;
}

/** @returns The root in hex. */
export function merkleRoot(hashes: readonly string[]): string {
  return (levelsOf(hashes).at(-1)?.[0] ?? sha256()).toString('hex');
}

/** A neighbour on the way from a leaf to the root. */
export interface ProofStep {
  readonly side: 'left' | 'right';
  /** In hex. */
  readonly hash: string;
}

/** The ways from some of the hashes to the root. */
export function merkleProofs(hashes: readonly string[], wanted: readonly string[]): ProofStep[][] {
  const levels = levelsOf(hashes);
  const places = new Map([...hashes].sort().map((hash, place) => [hash, place]));
  return wanted.map((hash) => {
    let place = places.get(hash) as number;
    const steps: ProofStep[] = [];
    for (const level of levels.slice(0, -1)) {
      const neighbour = level[place ^ 1];
      if (neighbour) steps.push({ side: place % 2 ? 'left' : 'right', hash: neighbour.toString('hex') });
      place >>= 1;
    }
    return steps;
  });
}

/** The root that a proof leads to, in hex. */
export const rootOfProof = (hash: string, steps: readonly ProofStep[]): string =>
  steps
    .reduce((node, step) => {
      const neighbour = Buffer.from(step.hash, 'hex');
      return step.side === 'left' ? nodeOf(neighbour, node) : nodeOf(node, neighbour);
    }, leafOf(hash))
    .toString('hex');
