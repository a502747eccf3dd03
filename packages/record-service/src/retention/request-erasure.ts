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

const requestOf = (chains: string) => `
insert into erasures (site_id, chain_id, subject, upto, requested_at, due_at)
select site_id, id, $3, length, $4::timestamptz, $5::timestamptz from chains where id in (${chains})
on conflict (chain_id, upto) where done_at is null do update
  set due_at = least(erasures.due_at, excluded.due_at), subject = coalesce(erasures.subject, excluded.subject)
returning chain_id::text as chain, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dueAt"`;

/**
 * Notes that records have to go when their time has come. Nothing is removed yet. A second request changes nothing, or brings the date
 * forward.
 *
 * @param askedAt Milliseconds since the epoch, as is `dueAt`.
 */
export function requestErasure(
  { query }: Queries,
  siteId: number,
  of: ErasureOf,
  askedAt: number,
  dueAt: number,
): Promise<RequestedErasure[]> {
  const times = [new Date(askedAt).toISOString(), new Date(dueAt).toISOString()];
  return 'subject' in of
    ? query(requestOf(OF_SUBJECT), [siteId, of.subject, of.subject, ...times])
    : query(requestOf(OF_RECORD), [siteId, of.record, null, ...times]);
}
