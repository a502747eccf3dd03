import type { Queries } from './database.js';

/** The ids of sites in the database, which are made if they are new. */
export async function ensureSites(queries: Queries, names: readonly string[]): Promise<Map<string, number>> {
  await queries.query(
    'insert into sites (name) select * from jsonb_array_elements_text($1::text::jsonb) on conflict do nothing',
    [JSON.stringify(names)],
  );
  const rows = await queries.query<{ id: number; name: string }>('select id, name from sites');
  return new Map(rows.filter(({ name }) => names.includes(name)).map(({ id, name }) => [name, id]));
}
