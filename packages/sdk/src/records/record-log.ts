import type { Consent, ConsentRecord, Options } from '../policy/types.js';
import type { HistoryEntry } from './history.js';
import type { RecordEvent } from './record-event.js';

/** The part of a consent manager that the log needs. */
export interface RecordSource {
  readonly $consent: { subscribe(listener: () => void): () => void; get?(): Consent };
  record(): ConsentRecord | null;
}

type MoreHeaders = Readonly<Record<string, string>>;

/** The options of `sendRecords`. */
export interface RecordsOptions {
  /**
   * Your own endpoint. It gets a POST with a JSON list of events, and has to answer within 10 s with a 2xx status once it has stored
   * them. A redirect or an HTML page counts as a failure, because it does not say that the events were stored.
   */
  url?: string;
  /**
   * Additional headers for requests to `url`. A function is asked before each request, for example for a token that expires; what it
   * returns at once still goes with the events of a visitor who leaves. If it rejects, the events wait.
   */
  headers?: MoreHeaders | (() => MoreHeaders | PromiseLike<MoreHeaders>);
  /**
   * Your own function instead of `url`. It has to throw or reject if the events were not stored. `signal` aborts after 10 s, when the
   * attempt counts as failed.
   */
  send?: (events: readonly RecordEvent[], signal: AbortSignal) => unknown;
  /**
   * How long you keep the records: until the account is deleted, plus an ISO 8601 duration such as `P30D`.
   *
   * @default { until: 'accountDeletion', plus: 'P0D' }
   */
  retention?: { until: 'accountDeletion'; plus?: string };
  /**
   * The options that `createConsent` got, so that events say what was asked and name the options by their hash.
   *
   * @default unknown: `options` is `null`, and so is what was asked about categories without an answer
   */
  options?: Options;
}

/** The log of one site's consent in one page. */
export interface RecordLog {
  /**
   * Links the record to an account, at sign-in. A choice from before the sign-in is linked by one more event, unless it belongs to
   * another account. `null` at sign-out.
   */
  identify(subject: string | null): void;
  /** The events that wait to be sent, oldest first. */
  events(): RecordEvent[];
  /** This browser's own list, see `recordHistory`. */
  history(): HistoryEntry[];
  /** Sends what waits now. Resolves after the attempt, successful or not. */
  flush(): Promise<void>;
  /**
   * To be called when the account is deleted: sends a last event with the time until which its records are kept, and forgets the
   * account.
   *
   * @returns That time, ISO 8601, UTC.
   */
  erase(): string;
  /** Stops to record and to send. What waits stays for the next visit. */
  stop(): void;
}
