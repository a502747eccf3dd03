import { setImmediate } from 'node:timers/promises';
import { appender, type NewEvent, type Outcome } from './append.js';
import type { Database } from './database.js';

/** Events in one statement at most. */
const MOST = 500;

interface Waiting {
  readonly events: readonly NewEvent[];
  readonly resolve: (outcomes: Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Class 22 and 23 of https://www.postgresql.org/docs/15/errcodes-appendix.html: what was given is at fault, not the database. */
const isAboutData = (error: unknown) => /^2[23]/.test((error as { code?: string }).code ?? '');

/**
 * Commits together what arrives while the database is busy, as it costs about the same as one event alone. Each caller hears only after
 * the commit, and one whose events are at fault fails alone.
 */
export function groupCommit(database: Database, clock: () => Date | null) {
  /** The database commits together what its connections give it at the same time. Half of them are left for everything else. */
  const most = Math.max(Math.floor(database.connections / 2), 1);
  const append = appender(database);
  const waiting: Waiting[] = [];
  let running = 0;

  const takeGroup = (): Waiting[] => {
    let count = 0;
    const end = waiting.findIndex(({ events }) => (count += events.length) > MOST);
    return waiting.splice(0, end < 0 ? waiting.length : end || 1);
  };
  const commit = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const outcomes = await append(
        group.flatMap(({ events }) => events),
        clock(),
      );
      let start = 0;
      for (const { events, resolve } of group) resolve(outcomes.slice(start, (start += events.length)));
    } catch (error) {
      if (group.length > 1 && isAboutData(error)) for (const each of group) await commit([each]);
      else for (const { reject } of group) reject(error);
    }
  };
  const work = async () => {
    running += 1;
    while (waiting.length) {
      // What lies in other sockets has arrived as well. The embedded database stops this process until it has committed.
      await setImmediate();
      const group = takeGroup();
      if (group.length) await commit(group);
    }
    running -= 1;
  };
  return {
    append: (events: readonly NewEvent[]): Promise<Outcome[]> =>
      new Promise((resolve, reject) => {
        waiting.push({ events, resolve, reject });
        if (running < most) work();
      }),
  };
}
