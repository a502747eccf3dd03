import type { Entry } from './entry.js';

/** What stays of an erasure. Times are ISO 8601, UTC. */
export interface Erasure {
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly doneAt: string | null;
  /** How many events were removed. */
  readonly removed: number | null;
}

/** Everything that is kept about one consent record. */
export interface Chain {
  /** `recordId` of its events; `null` once they are erased. */
  readonly record: string | null;
  /** The account, where the site's owner vouched for it; `null` once it is erased. */
  readonly subject: string | null;
  /** How many entries it has. */
  readonly length: number;
  /** The newest chain hash, in hex. */
  readonly head: string;
  readonly erasure: Erasure | null;
  /** In their order. */
  readonly entries: readonly Entry[];
}
