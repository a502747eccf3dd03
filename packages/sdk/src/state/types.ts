import type { Locale, RegimeRules, Service } from '@askfirst/data';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Problem } from '../policy/problems.js';
import type { Category, Consent, ConsentRecord, Options } from '../policy/types.js';

/** What the state has to ask the outside world. */
export interface Inputs {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whether the browser sends Global Privacy Control, https://w3c.github.io/gpc/ */
  gpc(): boolean;
  /** Tells the owner what is wrong and how to mend it, once. Of wrong options what is right is left when it resolves. */
  report(...problems: Problem[]): unknown;
}

/** The stores and the only functions that write them. */
export interface State {
  readonly $consent: ReadableAtom<Consent>;
  record(): ConsentRecord | null;
  /** Who asks: tells the sites of one origin apart. */
  readonly site: string;
  /** The record with what other tabs and sibling subdomains have answered and this page has not heard of. */
  latest(): ConsentRecord | null;
  /** What is stored and none of our pages has sealed: the rules tell whether it is a record. */
  unsealed?: ConsentRecord | null | undefined;
  options: Options;
  /** `necessary` comes first and is never asked for. */
  categories: readonly Category[];
  readonly inputs: Inputs;
  /** The regime that a choice made now is under: the strictest while the place is not known. */
  activeRegime: RegimeRules;
  /** Fingerprint of the options as the site wrote them. */
  readonly optionsHash: number;
  /** Whether the options are valid; `undefined` until they were checked. What is invalid has been left out of them. */
  areOptionsValid?: boolean;
  /** Lets consent hold once the options are checked, the law is known, and what is stored was read. There once the site has started. */
  reconsider?: () => Promise<void>;
  /** BCP 47 language the visitor reads, known once the interface has loaded. */
  locale?: string;
  /** Whether the preferences dialog is open. */
  readonly $open: WritableAtom<boolean>;
  /** Whether the page has elements that the interface fills. */
  readonly $inline: WritableAtom<boolean>;
  /** Applies a regime; with `null` consent is undetermined: everything is denied, and nothing asked. */
  setRegime(regime: RegimeRules | null): void;
  /** Takes over a record that was made, stored, or lost, and derives consent anew. */
  adopt(record: ConsentRecord | null): void;
  /** What is granted now. Reports a category that the site did not declare. */
  consentFor(key: string): Consent;
}

/** Gets the texts in the language that the page has by now. */
export type Words = () => Promise<{ locale: Locale }>;

/** All the interface gets to know. */
export interface View {
  readonly state: State;
  /** Already merged with the owner's texts. */
  readonly locale: Locale;
  /** What is known of services by their id, besides what the site says. */
  readonly facts?: Readonly<Record<string, Partial<Service> | undefined>> | undefined;
}
