import type { Database } from '../store/database.js';

/** Tables of which rows were emptied since a time. */
const TOUCHED = `
select distinct entries.tableoid::regclass::text as name from entries join erasures using (chain_id)
where done_at >= $1::timestamptz and entries.event is null`;

/**
 * What was removed still lies in the files of the database until its tables are written anew, and in the log of what was written until the
 * next one begins. A server does not stand still for that: there its own vacuum reuses the room, as docs/record-service.md says.
 */
async function forget(database: Database, since: string): Promise<void> {
  const isEmbedded = database.kind === 'embedded';
  const touched = await database.query<{ name: string }>(TOUCHED, [since]);
  for (const { name } of [...touched, { name: 'chains' }, { name: 'erasures' }])
    await database.run(isEmbedded ? `vacuum full ${name}` : `vacuum ${name}`);
  if (isEmbedded) {
    await database.query('select pg_switch_wal()');
    await database.run('checkpoint');
  }
}

/**
 * Carries out each erasure whose time has come: the events go, and so do the account and the id of the record. Hashes stay, and what was
 * erased when. Several instances may do so at once.
 *
 * @param at The time that tests set; `null` is the database's own.
 * @returns How many erasures were carried out.
 */
export async function purge(database: Database, at: Date | null): Promise<number> {
  const given = at?.toISOString() ?? null;
  const [start] = await database.query<{ at: string }>(
    "select coalesce($1::timestamptz, date_trunc('milliseconds', clock_timestamp()))::text as at",
    [given],
  );
  let done = 0;
  for (let some = 1; some > 0; done += some) {
    const [row] = await database.query<{ done: number }>('select purge_due($1::timestamptz) as done', [given]);
    some = row?.done ?? 0;
  }
  if (done && start) await forget(database, start.at);
  return done;
}
