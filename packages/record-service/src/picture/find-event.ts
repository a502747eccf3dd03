import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RecordEvent } from 'askfirst/records';
import { ExportError, readLines } from '../chain/export-file.js';
import type { Queries } from '../store/database.js';
import { KeptError } from './kept.js';

/** An event, and the one before it in its chain. */
export interface Found {
  readonly event: RecordEvent;
  readonly before: RecordEvent | null;
}

/** Finds an event by its hash in what is stored. */
export async function findInDatabase(database: Queries, hash: string): Promise<Found | null> {
  const [found] = await database.query<{ event: RecordEvent | null; before: RecordEvent | null }>(
    `select one.event, (select event from entries two where two.chain_id = one.chain_id and two.n = one.n - 1) as before
     from entries one where one.event_hash = decode($1, 'hex') and one.event is not null limit 1`,
    [hash],
  );
  return found?.event ? { event: found.event, before: found.before } : null;
}

/**
 * Finds an event by its hash in an auditor's export.
 *
 * @throws KeptError if the file is none.
 */
export async function findInExport(file: string, hash: string): Promise<Found | null> {
  if (!existsSync(file)) throw new KeptError(`There is no file ${file}.`);
  const texts = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of readLines(texts)) {
      if (line.type !== 'chain') continue;
      const place = line.entries.findIndex(({ eventHash }) => eventHash === hash);
      const event = line.entries[place]?.event;
      if (event) return { event, before: line.entries[place - 1]?.event ?? null } as unknown as Found;
    }
    return null;
  } catch (error) {
    throw error instanceof ExportError
      ? new KeptError(`${file}: ${error.message} Name an export, JSON or JSONL.`)
      : error;
  }
}
