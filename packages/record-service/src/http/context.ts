import type { KeyObject } from 'node:crypto';
import type { ReadStatistics } from '../statistics/read-statistics.js';
import type { NewEvent, Outcome } from '../store/append.js';
import type { Database } from '../store/database.js';

export interface Site {
  /** In the database. */
  readonly id: number;
  /** In addresses. */
  readonly name: string;
  readonly origins: readonly string[];
  /** Signs the tokens that say which account a visitor has. */
  readonly secret: KeyObject | null;
  /** Opens what belongs to this site alone. */
  readonly adminToken: string | null;
  /** For how many days the records of a deleted account are kept. */
  readonly retentionDays: number;
}

/** What routes and jobs share. */
export interface Context {
  readonly database: Database;
  readonly sites: ReadonlyMap<string, Site>;
  /** Opens every site. */
  readonly adminToken: string;
  /** Signs the root of each day (Ed25519). */
  readonly signingKey: KeyObject;
  readonly limits: { readonly requestsPerMinute: number; readonly bytes: number; readonly events: number };
  /** Stores events; resolves once they are committed. */
  append(events: readonly NewEvent[]): Promise<Outcome[]>;
  readonly readStatistics: ReadStatistics;
  /** The time that tests set; `null` is the database's own. */
  clock(): Date | null;
}

/** Milliseconds since the epoch. */
export const nowOf = ({ clock }: Context): number => clock()?.getTime() ?? Date.now();
