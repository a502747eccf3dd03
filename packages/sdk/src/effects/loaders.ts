import type { Locale, Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { Consent, Method } from '../policy/types.js';
import type { State } from '../state/types.js';
import type { markup } from './markup.js';
import type { Running } from './sweep/sweep.js';

/** Makes choices. */
export interface Writer {
  decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void;
  decideAll(state: State, granted: boolean, method: Method): void;
}

/** Gets the texts in the language that the page has by now. */
export type Words = () => Promise<{ locale: Locale }>;

/** What asks the visitor. */
export interface Asker {
  /** @param error Why the interface before it could not. */
  show(state: State, env: Env, words: Words, error?: unknown): Promise<void>;
}

/** What many visits do not need, each loaded when one does. */
export interface Chunks {
  ui: Asker;
  /** Asks where the interface does not load, in English where no texts load either. */
  plain: Asker;
  /** Checks options and knows the law of a place. */
  rules: { admit(state: State, env: Env): Promise<void>; decide: Loaders['passOn'] };
  sweep: { sweep(state: State, env: Env, running: Running, before?: Consent): void };
  markup: { markup: typeof markup };
  help: { tell(problems: readonly Problem[], state: State): void };
}

/** How an entry loads what it does not carry. */
export interface Loaders {
  /** Google has heard the denied default: from the head stub, or from us. One by somebody else is none of ours. */
  hasDefault?: unknown;
  chunk<K extends keyof Chunks>(name: K): Promise<Chunks[K]>;
  /** The effects that touch the page: at once where the entry carries them, later where it does not. */
  page(state: State, env: Env, loaders: Loaders): void;
  passOn<K extends keyof Writer>(state: State, verb: K, answer: Parameters<Writer[K]>[1]): void;
}

/** What the effects that touch the page load, besides. */
export interface PageLoaders extends Loaders {
  /** The texts in the first language of a list of BCP 47 tags that there are texts for, or in English. */
  locale(wanted: string): Promise<{ locale: Locale }>;
  /** Tells gtag.js for whom it counts. */
  configure(env: Env, service: Service): void;
}
