/** A table without anything, in PostgreSQL or embedded, by the drivers of the service. */
import { openEmbedded, openPostgres } from '../dist/index.js';

/**
 * @param {string} folder for the embedded database, where there is no DATABASE_URL
 * @param {number} [connections]
 */
export async function openPlain(folder, connections) {
  const url = process.env.DATABASE_URL;
  const database = url ? openPostgres(url, connections) : await openEmbedded(folder);
  await database.run(
    'create table if not exists plain (record text, seq bigint, event jsonb, primary key (record, seq))',
  );
  return {
    insert: (event) =>
      database.query('insert into plain values ($1, $2, $3::text::jsonb)', [
        event.recordId,
        event.seq,
        JSON.stringify(event),
      ]),
    async close() {
      await database.run('drop table plain');
      await database.close();
    },
  };
}
