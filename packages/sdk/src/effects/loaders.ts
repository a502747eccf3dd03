import type { Locale, Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { Consent, Method } from '../policy/types.js';
import type { Prepare } from '../signals/protocol.js';
import type { State, Words } from '../state/types.js';
import type { markup } from './markup.js';
import type { Running } from './running.js';

/** Makes choices. */
export interface Writer {
  decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void;
  decideAll(state: State, granted: boolean, method: Method): void;
}

/** What asks the visitor. */
export interface Asker {
  /** @param error Why the interface before it could not. */
  show(state: State, env: Env, words: Words, error?: unknown): Promise<void>;
}

/** What many visits do not need, each loaded when one does: `chunks/<name>.ts`, `askfirst-<name>.js`. */
export interface Chunks {
  ui: Asker;
  /** Asks where the interface does not load, in English where no texts load either. */
  plain: Asker;
  /** Checks options and knows the law of a place. */
  rules: { apply(state: State, env: Env): Promise<void>; decide: Loaders['passOn'] };
  withdrawal: { withdraw(state: State, env: Env, running: Running, before?: Consent): void };
  signals: { follow(state: State, env: Env, running: Running, service: Service): Promise<void> };
  markup: { markup: typeof markup };
  words: { words: PageLoaders['words'] };
  help: { explain(problems: readonly Problem[], state: State): void };
}

/** How an entry loads what it does not carry. */
export interface Loaders {
  /** True once Askfirst, its stub or its core, has pushed Google's denied default in this page. One by other code does not count. */
  hasDefault?: unknown;
  chunk<K extends keyof Chunks>(name: K): Promise<Chunks[K]>;
  /** The effects that touch the page: at once where the entry carries them, later where it does not. */
  page(state: State, env: Env, loaders: Loaders): void;
  passOn<K extends keyof Writer>(state: State, verb: K, answer: Parameters<Writer[K]>[1]): void;
}

/** What the effects that touch the page load, besides. */
export interface PageLoaders extends Loaders {
  /** The texts in the first language of a list of BCP 47 tags that there are texts for, or in English. */
  words(wanted: string): Promise<{ locale: Locale }>;
  /** How the protocols that are at hand begin. */
  readonly early: Readonly<Record<string, Prepare | undefined>>;
}
