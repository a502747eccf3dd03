import type { Chain } from '../chain/chain.js';
import type { ChainLine, ExportLine, ProofLine, RootLine } from '../chain/export-line.js';
import { merkleProofs } from '../chain/merkle.js';
import type { SignedRoot } from '../chain/root.js';
import type { Queries } from './database.js';
import { chainsOfSite, chainsOfSubject } from './read-chains.js';
import { hashesOfDay, readRoots } from './roots.js';

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

/** What leads from an account's entries to the roots of their days. */
async function proofsOf(queries: Queries, site: number, roots: readonly SignedRoot[], chains: readonly ChainLine[]) {
  const entries = chains.flatMap(({ entries: each }) => each);
  const proofs: ProofLine[] = [];
  for (const { day } of roots) {
    const wanted = entries.filter(({ receivedAt }) => receivedAt.startsWith(day)).map(({ chainHash }) => chainHash);
    if (!wanted.length) continue;
    const steps = merkleProofs(await hashesOfDay(queries, site, day), wanted);
    for (const [place, chainHash] of wanted.entries())
      proofs.push({ type: 'proof', chainHash, day, steps: [...(steps[place] ?? [])] });
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
