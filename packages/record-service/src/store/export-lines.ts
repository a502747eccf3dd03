import type { Chain } from '../chain/chain.js';
import { erasureLeaves } from '../chain/erasure-leaf.js';
import type { ChainLine, ExportLine, ProofLine, RootLine } from '../chain/export-line.js';
import { merkleProofs } from '../chain/merkle.js';
import type { SignedRoot } from '../chain/root.js';
import type { Queries } from './database.js';
import { chainsOfSite, chainsOfSubject } from './read-chains.js';
import { erasuresOfDay, hashesOfDay, readRoots } from './roots.js';

interface SiteName {
  readonly id: number;
  readonly name: string;
}

const siteLine = (site: string, exportedAt: Date) =>
  ({ type: 'site', format: 1, site, exportedAt: exportedAt.toISOString() }) as const;
const rootLine = ({ site: _, ...root }: SignedRoot): RootLine => ({ type: 'root', ...root });

// Only the types of the file say that its lists may be changed.
const chainLine = (chain: Chain) => ({ type: 'chain', ...chain }) as ChainLine;

/** Everything of a site. Roots come first, so that all entries of their days are in what follows. */
export async function* linesOfSite(queries: Queries, site: SiteName, now: Date): AsyncGenerator<ExportLine> {
  yield siteLine(site.name, now);
  for (const root of await readRoots(queries, site)) yield rootLine(root);
  for await (const chains of chainsOfSite(queries, site.id)) yield* chains.map(chainLine);
}

/** What leads from an account's entries and erasures to the roots of their days. */
async function proofsOf(queries: Queries, site: number, roots: readonly SignedRoot[], chains: readonly ChainLine[]) {
  const entries = chains.flatMap(({ entries: each }) => each);
  const erasures = chains.flatMap(erasureLeaves);
  const proofs: ProofLine[] = [];
  const prove = async (read: typeof hashesOfDay, day: string, wanted: readonly string[]) => {
    if (!wanted.length) return;
    const steps = merkleProofs(await read(queries, site, day), wanted);
    for (const [place, leaf] of wanted.entries())
      proofs.push({ type: 'proof', leaf, day, steps: [...(steps[place] ?? [])] });
  };
  for (const { day } of roots) {
    const received = entries.filter(({ receivedAt }) => receivedAt.startsWith(day));
    const erased = erasures.filter((leaf) => leaf.day === day);
    await prove(
      hashesOfDay,
      day,
      received.map(({ chainHash }) => chainHash),
    );
    await prove(
      erasuresOfDay,
      day,
      erased.map(({ hash }) => hash),
    );
  }
  return proofs;
}

/** Everything of one account, with what shows that it is part of the signed days. */
export async function linesOfSubject(
  queries: Queries,
  site: SiteName,
  subject: string,
  now: Date,
): Promise<ExportLine[]> {
  const roots = await readRoots(queries, site);
  const chains = (await chainsOfSubject(queries, site.id, subject)).map(chainLine);
  const proofs = await proofsOf(queries, site.id, roots, chains);
  return [{ ...siteLine(site.name, now), subject }, ...roots.map(rootLine), ...chains, ...proofs];
}
