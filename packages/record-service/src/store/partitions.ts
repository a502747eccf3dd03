import type { Queries } from './database.js';

/** Makes the partitions of this month and of the next two, so that no request has to. */
export async function ensurePartitions(queries: Queries, now: Date | null): Promise<void> {
  for (const months of [0, 1, 2])
    await queries.query("select ensure_partition(coalesce($1::timestamptz, now()) + $2::int * interval '1 month')", [
      now?.toISOString() ?? null,
      months,
    ]);
}
