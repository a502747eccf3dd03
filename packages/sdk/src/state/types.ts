import type { Locale, Regime } from '@askfirst/data';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Problem } from '../policy/problems.js';
import type { Consent, ConsentRecord, Method, Policy } from '../policy/types.js';

/** What the state has to ask the outside world. */
export interface Inputs {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whether the browser sends Global Privacy Control, https://w3c.github.io/gpc/ */
  gpc(): boolean;
  /** A random id that says nothing about the visitor. */
  newId(): string;
  /** Tells the owner what is wrong and how to mend it. */
  report(...problems: Problem[]): void;
}

/** The stores and the only functions that write them. */
export interface State {
  readonly policy: Policy;
  readonly inputs: Inputs;
  readonly $consent: ReadableAtom<Consent>;
  readonly $record: ReadableAtom<ConsentRecord | null>;
  /** Whether the preferences dialog is open. */
  readonly $open: WritableAtom<boolean>;
  /** BCP 47 language the visitor reads, known once the interface has loaded. */
  readonly $locale: WritableAtom<string | null>;
  /** Takes the visitor's answer for the categories it names; the others stay as they are. */
  decide(choice: Readonly<Record<string, boolean | undefined>>, method: Method): void;
  acceptAll(method: Method): void;
  rejectAll(method: Method): void;
  /** Takes over the law's shape, once it is known. */
  setRegime(regime: Regime): void;
  /** Takes over a record that was stored, or lost, and derives consent anew. */
  load(record: ConsentRecord | null): void;
}

/** All the interface gets to know. */
export interface View {
  readonly state: State;
  /** Already merged with the owner's texts. */
  readonly locale: Locale;
}
