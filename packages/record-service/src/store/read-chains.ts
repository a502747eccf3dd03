import type { Chain, Erasure } from '../chain/chain.js';
import type { Entry } from '../chain/entry.js';
import type { Queries } from './database.js';

interface ChainRow {
  readonly id: number;
  readonly record: string | null;
  readonly subject: string | null;
  readonly length: number;
  readonly head: string;
}
interface ErasureRow extends Pick<Erasure, 'upto' | 'removedUpto' | 'removed'> {
  readonly chain: number;
  readonly requested: number;
  readonly due: number;
  readonly done: number | null;
}
interface EntryRow extends Omit<Entry, 'receivedAt'> {
  readonly chain: number;
  readonly received: number;
}

/** Milliseconds since the epoch, which both drivers read as a number. */
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const CHAINS = `
  select id::float8 as id, record_id as record, subject, length, encode(head, 'hex') as head from chains`;
const OF_CHAINS = 'chain_id in (select value::bigint from jsonb_array_elements_text($1::text::jsonb))';
const ERASURES = `
  select chain_id::float8 as chain, upto, removed_upto as "removedUpto", removed,
    ${ms('requested_at')} as requested, ${ms('due_at')} as due, ${ms('done_at')} as done
  from erasures where ${OF_CHAINS} order by id`;
const ENTRIES = `
  select chain_id::float8 as chain, n, seq::float8 as seq, ${ms('received_at')} as received, vouched,
    encode(event_hash, 'hex') as "eventHash", encode(chain_hash, 'hex') as "chainHash", event
  from entries where ${OF_CHAINS} order by chain_id, n`;

/** Chains that are read at a time. */
const PORTION = 500;

const iso = (time: number) => new Date(time).toISOString();

/** @returns A list for each chain, in the order of the rows. */
function byChain<Row extends { readonly chain: number }>(rows: readonly Row[], ids: readonly number[]) {
  const lists = new Map<number, Omit<Row, 'chain'>[]>(ids.map((id) => [id, []]));
  for (const { chain, ...row } of rows) lists.get(chain)?.push(row);
  return lists;
}

async function withEntries(queries: Queries, rows: readonly ChainRow[]): Promise<Chain[]> {
  const ids = rows.map(({ id }) => id);
  const entries = byChain(await queries.query<EntryRow>(ENTRIES, [JSON.stringify(ids)]), ids);
  const erasures = byChain(await queries.query<ErasureRow>(ERASURES, [JSON.stringify(ids)]), ids);
  return rows.map(({ id, ...chain }) => ({
    ...chain,
    erasures: (erasures.get(id) ?? []).map(({ requested, due, done, ...erasure }) => ({
      ...erasure,
      requestedAt: iso(requested),
      dueAt: iso(due),
      doneAt: done === null ? null : iso(done),
    })),
    entries: (entries.get(id) ?? [])
      // Others may have come since the chain was read.
      .filter(({ n }) => n <= chain.length)
      .map(({ received, ...entry }) => ({ ...entry, receivedAt: iso(received) })),
  }));
}

/** The chains of an account, the oldest first. */
export async function chainsOfSubject(queries: Queries, site: number, subject: string): Promise<Chain[]> {
  return withEntries(
    queries,
    await queries.query<ChainRow>(`${CHAINS} where chains.site_id = $1 and subject = $2 order by id`, [site, subject]),
  );
}

/** The chain of a browser's record: one, or none. */
export async function chainOfRecord(queries: Queries, site: number, record: string): Promise<Chain[]> {
  return withEntries(
    queries,
    await queries.query<ChainRow>(`${CHAINS} where chains.site_id = $1 and record_id = $2`, [site, record]),
  );
}

/** Chains of a site in portions, so that no site is too large for the memory. */
async function* portions(
  queries: Queries,
  site: number,
  condition = 'true',
  values: readonly unknown[] = [],
): AsyncGenerator<Chain[]> {
  for (let last = 0; ; ) {
    const rows = await queries.query<ChainRow>(
      `${CHAINS} where chains.site_id = $1 and id > $2 and ${condition} order by id limit ${PORTION}`,
      [site, last, ...values],
    );
    if (rows.length) yield withEntries(queries, rows);
    if (rows.length < PORTION) return;
    last = rows.at(-1)?.id as number;
  }
}

/** Every chain of a site. */
export const chainsOfSite = (queries: Queries, site: number): AsyncGenerator<Chain[]> => portions(queries, site);

const ERASED_WITHIN = `id in (
  select chain_id from erasures where site_id = $1
    and (requested_at >= $3::timestamptz and requested_at < $4::timestamptz or done_at >= $3::timestamptz and done_at < $4::timestamptz)
)`;

/**
 * The chains of which an erasure was asked for or carried out.
 *
 * @param start ISO 8601, as is `end`, which is not in it.
 */
export const chainsErasedWithin = (queries: Queries, site: number, start: string, end: string) =>
  portions(queries, site, ERASED_WITHIN, [start, end]);
