import type { Database } from '../store/database.js';

/** Tables of which rows were emptied by the purge of this moment. */
const TOUCHED = `
select distinct entries.tableoid::regclass::text as name from entries join erasures using (chain_id)
where done_at = $1::timestamptz and entries.event is null`;

/**
 * What was removed still lies in the files of the database until its tables are written anew, and in the log of what was written until the
 * next one begins. A server does not stand still for that: there its own vacuum reuses the room, as docs/record-service.md says.
 */
async function forget(database: Database, at: string): Promise<void> {
  const isEmbedded = database.kind === 'embedded';
  const touched = await database.query<{ name: string }>(TOUCHED, [at]);
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
 * @param now Milliseconds since the epoch.
 * @returns How many erasures were carried out.
 */
export async function purge(database: Database, now: number): Promise<number> {
  const at = new Date(now).toISOString();
  let done = 0;
  for (let some = 1; some > 0; done += some) {
    const [row] = await database.query<{ done: number }>('select purge_due($1::timestamptz) as done', [at]);
    some = row?.done ?? 0;
  }
  if (done) await forget(database, at);
  return done;
}
