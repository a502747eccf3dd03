import type { KeyObject } from 'node:crypto';
import { type ErasureLeaf, erasureLeaves } from '../chain/erasure-leaf.js';
import { merkleRoot } from '../chain/merkle.js';
import { rootHash, type SignedRoot, signRoot } from '../chain/root.js';
import type { Database, Queries } from './database.js';
import { chainsErasedWithin } from './read-chains.js';

/** A day is closed once no entry of it can still be on its way: much longer than storing may take. In milliseconds. */
const MARGIN = 300_000;
const DAY = 86_400_000;

const ROOTS = `
  select day::text as day, entries, encode(merkle_root, 'hex') as "merkleRoot",
    erasures, encode(erasures_root, 'hex') as "erasuresRoot", encode(previous, 'hex') as previous, public_key as "publicKey", signature
  from roots where site_id = $1`;

/** What is not signed yet begins here. */
const OPEN =
  "coalesce((select (max(day) + 1)::timestamp at time zone 'UTC' from roots where site_id = $1), '-infinity')";

interface SiteName {
  readonly id: number;
  readonly name: string;
}

/** The roots of a site, the oldest first. */
export async function readRoots(queries: Queries, { id, name }: SiteName): Promise<SignedRoot[]> {
  const rows = await queries.query<Omit<SignedRoot, 'site'>>(`${ROOTS} order by day`, [id]);
  return rows.map((row) => ({ ...row, site: name }));
}

const spanOf = (day: string) => [`${day}T00:00:00Z`, new Date(Date.parse(day) + DAY).toISOString()] as const;

/** The chain hashes of one day. */
export async function hashesOfDay(queries: Queries, site: number, day: string): Promise<string[]> {
  const rows = await queries.query<{ hash: string }>(
    `select encode(chain_hash, 'hex') as hash from entries
     where site_id = $1 and received_at >= $2::timestamptz and received_at < $3::timestamptz`,
    [site, ...spanOf(day)],
  );
  return rows.map(({ hash }) => hash);
}

/** The hashes of the requests and removals of one day. */
export async function erasuresOfDay(queries: Queries, site: number, day: string): Promise<string[]> {
  const leaves: ErasureLeaf[] = [];
  for await (const chains of chainsErasedWithin(queries, site, ...spanOf(day)))
    leaves.push(...chains.flatMap(erasureLeaves).filter((leaf) => leaf.day === day));
  return leaves.map(({ hash }) => hash);
}

/** The days that have entries or erasures and no root, and are over. */
async function openDays(queries: Queries, site: number, now: number): Promise<string[]> {
  const today = new Date(now - MARGIN).toISOString().slice(0, 10);
  const rows = await queries.query<{ day: string }>(
    `select (received_at at time zone 'UTC')::date::text as day from entries
     where site_id = $1 and received_at < $2::timestamptz and received_at >= ${OPEN}
     union
     select (at at time zone 'UTC')::date::text from erasures, unnest(array[requested_at, done_at]) as at
     where site_id = $1 and at < $2::timestamptz and at >= ${OPEN}
     order by day`,
    [site, `${today}T00:00:00Z`],
  );
  return rows.map(({ day }) => day);
}

async function closeDay(queries: Queries, site: SiteName, day: string, key: KeyObject): Promise<void> {
  const [before] = await queries.query<Omit<SignedRoot, 'site'>>(`${ROOTS} order by day desc limit 1`, [site.id]);
  const hashes = await hashesOfDay(queries, site.id, day);
  const erasures = await erasuresOfDay(queries, site.id, day);
  const content = {
    site: site.name,
    day,
    entries: hashes.length,
    merkleRoot: merkleRoot(hashes),
    erasures: erasures.length,
    erasuresRoot: merkleRoot(erasures),
    previous: before ? rootHash({ ...before, site: site.name }) : null,
  };
  const { publicKey, signature } = signRoot(content, key);
  await queries.query(
    `insert into roots (site_id, day, entries, merkle_root, erasures, erasures_root, previous, public_key, signature)
     values ($1, $2::date, $3, decode($4, 'hex'), $5, decode($6, 'hex'), decode($7, 'hex'), $8, $9)`,
    [
      site.id,
      day,
      content.entries,
      content.merkleRoot,
      content.erasures,
      content.erasuresRoot,
      content.previous,
      publicKey,
      signature,
    ],
  );
}

/**
 * Signs the roots of each day that is over. Of several instances one does it.
 *
 * @param now Milliseconds since the epoch.
 */
export async function closeDays(
  database: Database,
  sites: Iterable<SiteName>,
  key: KeyObject,
  now: number,
): Promise<void> {
  // Erasures that are on their way are awaited; whoever comes after them asks for the time after this, and is of a later day.
  await database.transaction(({ run }) => run('lock table erasures in share mode'));
  for (const site of sites)
    await database.transaction(async (queries) => {
      await queries.query("select pg_advisory_xact_lock(hashtext('askfirst.roots'), $1::int)", [site.id]);
      for (const day of await openDays(queries, site.id, now)) await closeDay(queries, site, day, key);
    });
}
