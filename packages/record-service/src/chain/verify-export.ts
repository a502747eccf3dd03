import { erasureLeaves } from './erasure-leaf.js';
import type { ChainLine, ExportLine, ProofLine, SiteLine } from './export-line.js';
import type { Finding } from './finding.js';
import { rootOfProof } from './merkle.js';
import { comparePublished } from './published-roots.js';
import type { SignedRoot } from './root.js';
import { nameOf, verifyChain } from './verify-chain.js';
import { KINDS, type Kind, rootOf, verifyDays } from './verify-days.js';
import { verifyRoots } from './verify-roots.js';

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

/** What is compared beside the export itself. */
export interface VerifyOptions {
  /** Public keys that may have signed the days; any if left out. */
  readonly trusted?: readonly string[] | undefined;
  /** Roots that were published earlier. */
  readonly published?: readonly SignedRoot[] | undefined;
}

/** What was read, as far as it is needed after the last line. */
interface Seen {
  site?: SiteLine;
  readonly roots: SignedRoot[];
  readonly days: Readonly<Record<Kind, Map<string, string[]>>>;
  /** Whose each erasure is, by its hash. */
  readonly erased: Map<string, string>;
  readonly proofs: ProofLine[];
  readonly findings: Finding[];
  chains: number;
}

function readChain({ days, erased, findings }: Seen, chain: ChainLine): void {
  findings.push(...verifyChain(chain));
  const add = (kind: Kind, day: string, hash: string) => {
    const hashes = days[kind].get(day);
    if (hashes) hashes.push(hash);
    else days[kind].set(day, [hash]);
  };
  for (const { receivedAt, chainHash } of chain.entries) add('entries', receivedAt.slice(0, 10), chainHash);
  for (const { day, hash } of erasureLeaves(chain)) {
    add('erasures', day, hash);
    erased.set(hash, nameOf(chain));
  }
}

function read(seen: Seen, line: ExportLine): void {
  if (line.type === 'site') seen.site = line;
  else if (line.type === 'root') seen.roots.push({ ...line, site: seen.site?.site ?? '' });
  else if (line.type === 'proof') seen.proofs.push(line);
  else {
    seen.chains += 1;
    readChain(seen, line);
  }
}

/** Compares entries and erasures with the roots of their days, by the proofs that come with them. */
function verifyProofs({ roots, days, erased, proofs }: Seen, kind: Kind): Finding[] {
  const proofOf = new Map(proofs.map((proof) => [proof.leaf, proof]));
  const nameOfLeaf = (hash: string) => {
    const chain = erased.get(hash);
    return chain ? `An erasure of ${chain}` : `The entry with the chain hash ${hash}`;
  };
  return roots.flatMap((root) =>
    (days[kind].get(root.day) ?? [])
      .filter((hash) => {
        const proof = proofOf.get(hash);
        return !proof || proof.day !== root.day || rootOfProof(hash, proof.steps) !== rootOf(root, kind);
      })
      .map(
        (hash): Finding => ({
          code: 'proof',
          message: `${nameOfLeaf(hash)} does not lead to the root of ${root.day}.`,
        }),
      ),
  );
}

/**
 * Verifies an export, or what lies in the database: every chain, every day, and the signatures. Pure, so that an auditor needs nothing
 * but the file.
 */
export async function verifyExport(
  lines: AsyncIterable<ExportLine> | Iterable<ExportLine>,
  { trusted, published }: VerifyOptions = {},
): Promise<Verification> {
  const seen: Seen = {
    roots: [],
    days: { entries: new Map(), erasures: new Map() },
    erased: new Map(),
    proofs: [],
    findings: [],
    chains: 0,
  };
  for await (const line of lines) read(seen, line);
  const { roots, days, chains } = seen;
  const rooted = new Set(roots.map(({ day }) => day));
  const counts = [...days.entries].map(([day, { length }]) => ({ day, length }));
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
      ...(published && seen.site ? comparePublished(seen.site.site, roots, published, seen.site.exportedAt) : []),
      ...KINDS.flatMap((kind) =>
        seen.site?.subject === undefined ? verifyDays(roots, kind, days[kind], seen.erased) : verifyProofs(seen, kind),
      ),
    ],
  };
}
