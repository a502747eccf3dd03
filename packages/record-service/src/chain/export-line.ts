/** What an auditor gets: one object a line (JSONL), or all of them in one object (JSON). Times are ISO 8601, UTC; hashes in hex. */
import type { Entry } from './entry.js';
import type { ProofStep } from './merkle.js';
import type { Root } from './root.js';

export interface SiteLine {
  readonly type: 'site';
  readonly format: 1;
  readonly site: string;
  readonly exportedAt: string;
  /** If it is about one account only. */
  readonly subject?: string;
}

export interface RootLine extends Omit<Root, 'site'> {
  readonly type: 'root';
}

/** What stays of an erasure: the events of a chain's entries from the first to `upto` are gone once it is done. */
export interface ErasureLine {
  readonly type: 'erasure';
  readonly chain: string;
  readonly upto: number;
  readonly requestedAt: string;
  readonly dueAt: string;
  readonly doneAt: string | null;
  /** How many events were removed. */
  readonly removed: number | null;
}

export interface EntryLine extends Entry {
  readonly type: 'entry';
  /** Names its chain within the site. */
  readonly chain: string;
  readonly recordId: string | null;
  /** The account that the chain belongs to, where the site's owner vouched for it. */
  readonly subject: string | null;
}

/** How an entry leads to the root of its day, where the other entries of the day are not in the file. */
export interface ProofLine {
  readonly type: 'proof';
  readonly chainHash: string;
  readonly day: string;
  readonly steps: readonly ProofStep[];
}

export type ExportLine = SiteLine | RootLine | ErasureLine | EntryLine | ProofLine;
