import type { Consent, ConsentRecord } from '../policy/types.js';
import type { OwnWords } from './words.js';

/** The part of a consent manager that an account needs. */
export interface AccountSource {
  readonly $consent: { get(): Consent; subscribe(listener: () => void): () => void };
  record(): ConsentRecord | null;
  decide(answer: Readonly<Record<string, boolean>>): void;
  open(): void;
}

/** Where the owner keeps the choice of the account that is signed in. */
export interface AccountStore {
  /** Reads the account's record, as an object or as its JSON; nothing if there is none. Rejects if that is not known. */
  load(): unknown;
  /**
   * Replaces the account's record. Resolves to `false` if another device has replaced it since it was loaded: it is loaded and joined
   * again. Rejects if it was not stored.
   */
  save(record: ConsentRecord): unknown;
  /** The clock of the server when it answered last, in milliseconds since the epoch, if that is known. */
  now?(): number | undefined;
}

/** The options of `accountConsent`. */
export interface AccountOptions extends AccountStore {
  /** Your own words for the notice, by BCP 47 language in lower case. */
  words?: OwnWords;
}

/** The choice of an account in one page. */
export interface AccountConsent {
  /**
   * To be called at the sign-in, and on each page on which an account is signed in. Joins the account's choice and this browser's,
   * and keeps them the same from then on.
   *
   * @param subject The id of the account. It is not sent; the browser keeps a short hash of it.
   * @returns Whether the account's choice is known and joined. If not, the browser's own stays.
   */
  signIn(subject: string): Promise<boolean>;
  /** To be called at the sign-out. The browser has its own answer again; what was refused here since stays refused. */
  signOut(): void;
  /** Stops to follow. The account stays signed in. */
  stop(): void;
}
