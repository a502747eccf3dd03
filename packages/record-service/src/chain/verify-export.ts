import type { ExportLine, ProofLine, SiteLine } from './export-line.js';
import type { Finding } from './finding.js';
import { rootOfProof } from './merkle.js';
import type { RootContent, SignedRoot } from './root.js';
import { verifyChain } from './verify-chain.js';
import { verifyDays, verifyRoots } from './verify-roots.js';

/** What was looked at, and what is not as it was written. */
export interface Verification {
  readonly site: string;
  readonly chains: number;
  readonly entries: number;
  /** Entries whose day has a signed root. */
  readonly signed: number;
  readonly days: number;
  /** Public keys that signed the days: compare them with the one that the site has published. */
  readonly keys: readonly string[];
  readonly findings: readonly Finding[];
}

/** What was read, as far as it is needed after the last line. */
interface Seen {
  site?: SiteLine;
  readonly roots: SignedRoot[];
  readonly days: Map<string, string[]>;
  readonly proofs: ProofLine[];
  readonly findings: Finding[];
  chains: number;
}

function read(seen: Seen, line: ExportLine): void {
  if (line.type === 'site') seen.site = line;
  else if (line.type === 'root') seen.roots.push({ ...line, site: seen.site?.site ?? '' });
  else if (line.type === 'proof') seen.proofs.push(line);
  else {
    seen.chains += 1;
    seen.findings.push(...verifyChain(line));
    for (const { receivedAt, chainHash } of line.entries) {
      const day = receivedAt.slice(0, 10);
      const hashes = seen.days.get(day);
      if (hashes) hashes.push(chainHash);
      else seen.days.set(day, [chainHash]);
    }
  }
}

/** Compares entries with the roots of their days, by the proofs that come with them. */
function verifyProofs({ roots, days, proofs }: Seen): Finding[] {
  const rootOf = new Map(roots.map(({ day, merkleRoot }: RootContent) => [day, merkleRoot]));
  const proofOf = new Map(proofs.map((proof) => [proof.chainHash, proof]));
  return [...days].flatMap(([day, hashes]) => {
    const root = rootOf.get(day);
    if (!root) return [];
    return hashes
      .filter((hash) => {
        const proof = proofOf.get(hash);
        return proof?.day !== day || rootOfProof(hash, proof.steps) !== root;
      })
      .map(
        (hash): Finding => ({
          code: 'proof',
          message: `The entry with the chain hash ${hash} does not lead to the root of ${day}.`,
        }),
      );
  });
}

/**
 * Verifies an export, or what lies in the database: every chain, every day, and the signatures. Pure, so that an auditor needs nothing
 * but the file.
 *
 * @param trusted Public keys that may have signed the days; any if left out.
 */
export async function verifyExport(
  lines: AsyncIterable<ExportLine> | Iterable<ExportLine>,
  trusted?: readonly string[],
): Promise<Verification> {
  const seen: Seen = { roots: [], days: new Map(), proofs: [], findings: [], chains: 0 };
  for await (const line of lines) read(seen, line);
  const { roots, days, chains } = seen;
  const rooted = new Set(roots.map(({ day }) => day));
  const counts = [...days].map(([day, { length }]) => ({ day, length }));
  const sum = (list: typeof counts) => list.reduce((total, { length }) => total + length, 0);
  return {
    site: seen.site?.site ?? '',
    chains,
    entries: sum(counts),
    signed: sum(counts.filter(({ day }) => rooted.has(day))),
    days: roots.length,
    keys: [...new Set(roots.map(({ publicKey }) => publicKey))],
    findings: [
      ...seen.findings,
      ...verifyRoots(roots, trusted),
      ...(seen.site?.subject === undefined ? verifyDays(roots, days) : verifyProofs(seen)),
    ],
  };
}
