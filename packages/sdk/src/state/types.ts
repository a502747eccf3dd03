import type { Law, Locale, RegimeRules, Service } from '@askfirst/data';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Problem } from '../policy/problems.js';
import type { Category, Choice, Consent, ConsentRecord, Options } from '../policy/types.js';

/** What the state needs from outside. */
export interface Inputs {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Whether the browser sends Global Privacy Control, https://w3c.github.io/gpc/ */
  gpc(): boolean;
  /** Tells the owner what is wrong and how to fix it, once. When it resolves, invalid options have been dropped. */
  report(...problems: Problem[]): unknown;
}

/** The stores, and the only functions that write them. */
export interface State {
  readonly $consent: ReadableAtom<Consent>;
  record(): ConsentRecord | null;
  /** Tells the sites of one origin apart, see `policy/site.ts`. */
  readonly site: string;
  /** The record, merged with answers in other tabs and on sibling subdomains that this page has not read yet. */
  latest(): ConsentRecord | null;
  /** A stored record without a valid seal. The rules' chunk checks it before it counts. */
  unsealed?: ConsentRecord | null | undefined;
  options: Options;
  /** `necessary` comes first and is never asked for. */
  categories: readonly Category[];
  readonly inputs: Inputs;
  /** Adds what an answer says of single services, see `policy/per-service.ts`. Set once the options are checked. */
  answerServices?: (
    given: Readonly<Record<string, boolean | undefined>>,
    choices: Record<string, Choice>,
    before: Readonly<Record<string, Choice>>,
  ) => boolean;
  /** The regime for a choice made now: the strictest while the place is not known. */
  activeRegime: RegimeRules;
  /** What the law of the visitor's place wants shown. Set once the place is known. */
  law?: Law | undefined;
  /** Fingerprint of the options as the site wrote them; `NaN` if the rules' chunk is needed on each page. */
  optionsHash: number;
  /** Whether the options are valid; `undefined` until they were checked. Afterwards `options` has only what is valid. */
  areOptionsValid?: boolean;
  /** Checks options, place and stored record, then applies the regime. Set by `start()`. */
  reconsider?: () => Promise<void>;
  /** BCP 47 language the visitor reads, known once the interface has loaded. */
  locale?: string;
  /** Whether the preferences dialog is open. */
  readonly $open: WritableAtom<boolean>;
  /** Whether the page has elements that the interface fills. */
  readonly $inline: WritableAtom<boolean>;
  /** Applies a regime; with `null` consent is undetermined: everything is denied, and nothing asked. */
  setRegime(regime: RegimeRules | null): void;
  /** Replaces the record, or removes it with `null`, and derives consent from it. */
  adopt(record: ConsentRecord | null): void;
  /** What is granted now. Reports a category that the site did not declare. */
  consentFor(key: string): Consent;
}

/** Gets the texts in the language that the page has by now. */
export type Words = () => Promise<{ locale: Locale }>;

/** What the interface works with. */
export interface View {
  readonly state: State;
  /** Already merged with the owner's texts. */
  readonly locale: Locale;
  /** What the law of the visitor's place wants shown. */
  readonly law?: Law | undefined;
  /** The catalogue's facts about services, by the id of the service. */
  readonly facts?: Readonly<Record<string, Partial<Service> | undefined>> | undefined;
}
