/** The two databases that a test runs against. */
import { type Database, openEmbedded, openPostgres } from '../src/index.js';
import { startPostgres } from './postgres.js';

export const KINDS = ['embedded', 'postgres'] as const;

/** An empty database of a kind. `end` closes and removes it. */
export async function openDatabase(
  kind: (typeof KINDS)[number],
  folder?: string,
): Promise<{ database: Database; end: () => Promise<void> }> {
  if (kind === 'embedded') {
    const database = await openEmbedded(folder);
    return { database, end: () => database.close() };
  }
  const postgres = await startPostgres(['fsync=off']);
  const database = openPostgres(postgres.url);
  return {
    database,
    end: async () => {
      await database.close();
      await postgres.stop();
    },
  };
}
