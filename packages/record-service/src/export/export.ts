import type { Queries } from '../store/database.js';

/** One thing of an export; `type` says what it is. Times are ISO 8601, UTC; hashes in hex. */
export interface Line {
  readonly type: 'site' | 'root' | 'erasure' | 'entry';
}

/** An entry with the chain it belongs to. */
export interface EntryLine extends Line {
  readonly type: 'entry';
  /** Number of its chain. */
  readonly chain: string;
  readonly n: number;
  /** `null` once everything of the chain is erased, as is the subject. */
  readonly recordId: string | null;
  readonly subject: string | null;
  /** `null` once it is erased. */
  readonly event: Readonly<Record<string, unknown>> | null;
}

/** Entries that are in memory at once. */
const BATCH = 500;

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ROOTS = `
select 'root' as type, day::text, entries, encode(merkle_root, 'hex') as "merkleRoot", encode(previous, 'hex') as previous,
  public_key as "publicKey", signature
from roots where site_id = $1 order by day`;

const ERASURES = `
select 'erasure' as type, chain_id::text as chain, upto, ${iso('requested_at')} as "requestedAt", ${iso('due_at')} as "dueAt",
  ${iso('done_at')} as "doneAt", removed
from erasures where site_id = $1 order by chain_id, id`;

const ENTRIES = `
select 'entry' as type, chain_id::text as chain, n, seq::float8 as seq, ${iso('received_at')} as "receivedAt", vouched,
  record_id as "recordId", subject, encode(event_hash, 'hex') as "eventHash", encode(chain_hash, 'hex') as "chainHash", event
from entries join chains on chains.id = chain_id
where entries.site_id = $1 and (chain_id, n) > ($2::bigint, $3::int)
order by chain_id, n limit ${BATCH}`;

/** By chain, and within it by place. */
export async function* readEntries({ query }: Queries, siteId: number): AsyncGenerator<EntryLine> {
  let batch: EntryLine[];
  let last = { chain: '0', n: 0 };
  do {
    batch = await query<EntryLine>(ENTRIES, [siteId, last.chain, last.n]);
    yield* batch;
    last = batch.at(-1) ?? last;
  } while (batch.length === BATCH);
}

/**
 * Everything of one site, and all that `verify` needs, so that it has to ask nobody. Roots come first, so that all entries of their days
 * are in what follows.
 *
 * @param now Milliseconds since the epoch.
 */
export async function* readExport(
  queries: Queries,
  site: { readonly id: number; readonly name: string },
  now: number,
): AsyncGenerator<Line> {
  const about = { format: 1, site: site.name, exportedAt: new Date(now).toISOString() };
  yield { type: 'site', ...about };
  yield* await queries.query<Line>(ROOTS, [site.id]);
  yield* await queries.query<Line>(ERASURES, [site.id]);
  yield* readEntries(queries, site.id);
}
