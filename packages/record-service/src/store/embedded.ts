import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queries } from './database.js';

/**
 * PostgreSQL inside this process. What is committed survives the end of the process, however it ends; it is not forced to the disk, so a
 * power cut may lose the last seconds: https://github.com/electric-sql/pglite/issues/1107
 *
 * @param folder Where the data lies; in memory if left out.
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const db = await PGlite.create(folder);
  // Logs would be renamed and kept with what was erased since: https://www.postgresql.org/docs/17/runtime-config-wal.html
  await db.exec('set wal_recycle = off');
  const queriesOf = (runner: PGlite | Transaction): Queries => ({
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await runner.query<Row>(sql, [...values])).rows,
    run: async (sql) => {
      await runner.exec(sql);
    },
  });
  return {
    kind: 'embedded',
    connections: 1,
    ...queriesOf(db),
    transaction: (work) => db.transaction((runner) => work(queriesOf(runner))),
    close: () => db.close(),
  };
}
