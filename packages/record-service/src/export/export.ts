import type { Chain } from '../chain/chain.js';
import type { Queries } from '../store/database.js';
import { chainsOfSite } from '../store/read-chains.js';

/** The signed root of one day. Hashes are SHA-256, in hex. */
export interface Root {
  readonly day: string;
  readonly entries: number;
  readonly merkleRoot: string;
  readonly previous: string | null;
  readonly publicKey: string;
  readonly signature: string;
}

/** All that `verify` needs, so that it has to ask nobody. */
export interface Export {
  readonly site: { readonly format: 1; readonly site: string; readonly exportedAt: string };
  readonly roots: readonly Root[];
  /** There may be millions. */
  readonly chains: AsyncIterable<Chain>;
}

const ROOTS = `
  select day::text, entries, encode(merkle_root, 'hex') as "merkleRoot", encode(previous, 'hex') as previous,
    public_key as "publicKey", signature
  from roots where site_id = $1 order by day`;

async function* eachOf(portions: AsyncIterable<readonly Chain[]>): AsyncGenerator<Chain> {
  for await (const portion of portions) yield* portion;
}

/**
 * Everything of one site. Roots are read first, so that all entries of their days are in what follows.
 *
 * @param now Milliseconds since the epoch.
 */
export async function readExport(
  queries: Queries,
  site: { readonly id: number; readonly name: string },
  now: number,
): Promise<Export> {
  return {
    site: { format: 1, site: site.name, exportedAt: new Date(now).toISOString() },
    roots: await queries.query<Root>(ROOTS, [site.id]),
    chains: eachOf(chainsOfSite(queries, site.id)),
  };
}
