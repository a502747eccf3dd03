import pg from 'pg';
import type { Database, Queries } from './database.js';

/** A service needs few: it commits together what arrives together. */
const CONNECTIONS = 8;

const TEXTS: pg.CustomTypesConfig = { getTypeParser: () => String };

/**
 * A PostgreSQL server, 14 or newer. Statements have no names and locks end with their transaction, so that a pooler in transaction mode
 * may stand between.
 *
 * @param url `postgres://user:password@host/name`, as `DATABASE_URL` has it.
 */
export function openPostgres(url: string, connections = CONNECTIONS): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  // A connection that ends while nobody uses it: the pool opens another when it is needed.
  pool.on('error', () => {});
  const queriesOf = (client: pg.Pool | pg.PoolClient): Queries => ({
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[],
    run: async (sql) => {
      await client.query(sql);
    },
  });
  return {
    kind: 'postgres',
    connections,
    ...queriesOf(pool),
    // It gets no name, because a pooler may give the next statement to another connection.
    prepared: (sql) => async (values) => {
      const { rows } = await pool.query<(string | null)[]>({
        text: sql,
        values: [...values],
        rowMode: 'array',
        types: TEXTS,
      });
      return rows;
    },
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(queriesOf(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
