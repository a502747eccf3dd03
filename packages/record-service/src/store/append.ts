import type { Database } from './database.js';

/** An event that is to be stored. */
export interface NewEvent {
  /** Id of the site in the database. */
  readonly site: number;
  readonly record: string;
  readonly seq: number;
  /** SHA-256 of its canonical JSON, in hex. */
  readonly hash: string;
  /** The account, only where a token of the site's owner vouched for it. */
  readonly subject: string | null;
  readonly event: object;
}

/** New; there already, or of a record that was erased; or another event has this number. */
export type Outcome = 'stored' | 'known' | 'conflict';

/** Where the month has no partition yet: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const CHECK_VIOLATION = '23514';

/** Stores events in one statement, and says what became of each. When it resolves they are committed. */
export type Append = (events: readonly NewEvent[], at: Date | null) => Promise<Outcome[]>;

export function appender(database: Database): Append {
  const statement = database.prepared('select place, outcome from append_events($1, $2::text::jsonb)');
  return async (events, at) => {
    const values = [at?.toISOString() ?? null, JSON.stringify(events)];
    let rows: Awaited<ReturnType<typeof statement>>;
    try {
      rows = await statement(values);
    } catch (error) {
      if ((error as { code?: string }).code !== CHECK_VIOLATION) throw error;
      await database.query('select ensure_partition(coalesce($1::timestamptz, now()))', values.slice(0, 1));
      rows = await statement(values);
    }
    const outcomes: Outcome[] = [];
    for (const [place, outcome] of rows) outcomes[Number(place)] = outcome as Outcome;
    return outcomes;
  };
}
