import type { Entry } from './entry.js';

/** What stays of an erasure. Times are ISO 8601, UTC. */
export interface Erasure {
  /** The last entry when it was asked for. */
  readonly upto: number;
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly doneAt: string | null;
  /** The last entry that it removed: events of before the request may have come after it. */
  readonly removedUpto: number | null;
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
  /** The oldest first. */
  readonly erasures: readonly Erasure[];
  /** In their order. */
  readonly entries: readonly Entry[];
}
