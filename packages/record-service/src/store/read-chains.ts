import type { Chain, Erasure } from '../chain/chain.js';
import type { Entry } from '../chain/entry.js';
import type { Queries } from './database.js';

interface ChainRow {
  readonly id: number;
  readonly record: string | null;
  readonly subject: string | null;
  readonly length: number;
  readonly head: string;
  readonly requested: number | null;
  readonly due: number | null;
  readonly done: number | null;
  readonly removed: number | null;
}
interface EntryRow extends Omit<Entry, 'receivedAt'> {
  readonly chain: number;
  readonly received: number;
}

/** Milliseconds since the epoch, which both drivers read as a number. */
const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const CHAINS = `
  select id::float8 as id, record_id as record, subject, length, encode(head, 'hex') as head,
    ${ms('requested_at')} as requested, ${ms('due_at')} as due, ${ms('done_at')} as done, removed
  from chains left join erasures on chain_id = id`;
const ENTRIES = `
  select chain_id::float8 as chain, n, seq::float8 as seq, ${ms('received_at')} as received, vouched,
    encode(event_hash, 'hex') as "eventHash", encode(chain_hash, 'hex') as "chainHash", event
  from entries where chain_id in (select value::bigint from jsonb_array_elements_text($1::text::jsonb)) order by chain_id, n`;

/** Chains that are read at a time. */
const PORTION = 500;

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());
const erasureOf = ({ requested, due, done, removed }: ChainRow): Erasure | null =>
  due === null
    ? null
    : { requestedAt: iso(requested) as string, dueAt: iso(due) as string, doneAt: iso(done), removed };

async function withEntries(queries: Queries, rows: readonly ChainRow[]): Promise<Chain[]> {
  const entries = new Map<number, Entry[]>(rows.map(({ id }) => [id, []]));
  const found = await queries.query<EntryRow>(ENTRIES, [JSON.stringify(rows.map(({ id }) => id))]);
  for (const { chain, received, ...entry } of found)
    entries.get(chain)?.push({ ...entry, receivedAt: iso(received) as string });
  return rows.map((row) => ({
    record: row.record,
    subject: row.subject,
    length: row.length,
    head: row.head,
    erasure: erasureOf(row),
    entries: entries.get(row.id) as Entry[],
  }));
}

/** The chains of an account, the oldest first. */
export async function chainsOfSubject(queries: Queries, site: number, subject: string): Promise<Chain[]> {
  return withEntries(
    queries,
    await queries.query<ChainRow>(`${CHAINS} where chains.site_id = $1 and subject = $2 order by id`, [site, subject]),
  );
}

/** Every chain of a site, in portions, so that no site is too large for the memory. */
export async function* chainsOfSite(queries: Queries, site: number): AsyncGenerator<Chain[]> {
  for (let last = 0; ; ) {
    const rows = await queries.query<ChainRow>(
      `${CHAINS} where chains.site_id = $1 and id > $2 order by id limit ${PORTION}`,
      [site, last],
    );
    if (rows.length) yield withEntries(queries, rows);
    if (rows.length < PORTION) return;
    last = rows.at(-1)?.id as number;
  }
}
