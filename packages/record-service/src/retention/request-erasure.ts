import type { Queries } from '../store/database.js';

/** Whose records are to go: all of an account, or those of one browser. */
export type ErasureOf = { readonly subject: string } | { readonly record: string };

/** One chain whose events will go. */
export interface RequestedErasure {
  /** Number of the chain. */
  readonly chain: string;
  /** ISO 8601, UTC. An earlier request keeps its earlier date. */
  readonly dueAt: string;
}

/**
 * A chain belongs to the first account that had it; later ones are only in events. Those that nobody vouched for go as well: they have the
 * account's name in them.
 */
const OF_SUBJECT = `
select id from chains where site_id = $1 and subject = $2
union
select chain_id from entries where site_id = $1 and event ->> 'subject' = $2`;
const OF_RECORD = 'select id from chains where site_id = $1 and record_id = $2';

/**
 * The time is asked once the table is locked, so that no request falls into a day that was signed meanwhile. A request is a row of its own,
 * because an earlier one may be signed already.
 */
const requestOf = (chains: string) => `
with wanted as (select id, site_id, length from chains where id in (${chains})),
waiting as (
  select chain_id, min(due_at) as due_at from erasures join wanted on wanted.id = chain_id
  where upto = length and subject is not distinct from $3::text and done_at is null group by chain_id
),
added as (
  insert into erasures (site_id, chain_id, subject, upto, requested_at, due_at)
  select site_id, id, $3, length, coalesce($4::timestamptz, date_trunc('milliseconds', clock_timestamp())), $5::timestamptz
  from wanted left join waiting on wanted.id = chain_id
  where due_at is null or due_at > $5::timestamptz
)
select id::text as chain,
  to_char(least(due_at, $5::timestamptz) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"
from wanted left join waiting on wanted.id = chain_id`;

/**
 * Notes that records have to go when their time has come. Nothing is removed yet. A second request changes nothing, or brings the date
 * forward.
 *
 * @param at The time that tests set; `null` is the database's own.
 * @param dueAt Milliseconds since the epoch.
 */
export function requestErasure(
  { query }: Queries,
  siteId: number,
  of: ErasureOf,
  at: Date | null,
  dueAt: number,
): Promise<RequestedErasure[]> {
  const times = [at?.toISOString() ?? null, new Date(dueAt).toISOString()];
  return 'subject' in of
    ? query(requestOf(OF_SUBJECT), [siteId, of.subject, of.subject, ...times])
    : query(requestOf(OF_RECORD), [siteId, of.record, null, ...times]);
}
