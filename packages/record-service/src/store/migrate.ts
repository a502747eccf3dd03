import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.js';

/** Beside `src` and `dist`. */
const FOLDER = new URL('../../migrations/', import.meta.url);

/** Brings the tables up to date. Instances that start together wait for each other. */
export async function migrate(database: Database): Promise<void> {
  const names = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await database.transaction(async ({ query, run }) => {
    await query("select pg_advisory_xact_lock(hashtext('askfirst.migrations'))");
    await run(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = new Set((await query<{ name: string }>('select name from migrations')).map(({ name }) => name));
    for (const name of names.filter((each) => !done.has(each))) {
      await run(readFileSync(new URL(name, FOLDER), 'utf8'));
      await query('insert into migrations (name) values ($1)', [name]);
    }
  });
}
