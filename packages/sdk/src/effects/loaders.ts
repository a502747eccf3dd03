import type { Locale, Service } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { Consent, Method } from '../policy/types.js';
import type { EarlyPrepare } from '../signals/protocol.js';
import type { State, Words } from '../state/types.js';
import type { Running } from './running.js';

/** Records choices. */
export interface Writer {
  decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void;
  decideAll(state: State, granted: boolean, method: Method): void;
}

/** A chunk that asks the visitor. */
export interface Asker {
  /** @param error Why the interface did not load, for the plain question. */
  show(state: State, env: Env, words: Words, error?: unknown): Promise<void>;
}

/** What many visits do not need, loaded by those that do: `chunks/<name>.ts`, built as `askfirst-<name>.js`. */
export interface Chunks {
  ui: Asker;
  /** Asks if the interface does not load, and in English if the texts do not load either. */
  plain: Asker;
  /** Checks options, and applies the law of the visitor's place. */
  rules: { apply(state: State, env: Env): Promise<void>; decide: Loaders['passOn'] };
  withdrawal: { withdraw(state: State, env: Env, running: Running, before?: Consent): void };
  signals: { follow(state: State, env: Env, running: Running, service: Service): Promise<void> };
  markup: {
    markup(
      state: State,
      env: Env,
      queue: HTMLElement[],
      updateAll: () => void,
    ): (element: HTMLElement, on: boolean) => void;
  };
  /** Shows what the law wants shown. */
  law: { tell(state: State, env: Env): void };
  words: { words: PageLoaders['words'] };
  help: { explain(problems: readonly Problem[], state: State): void };
}

/** How an entry, npm or script tag, loads what it does not contain. */
export interface Loaders {
  /** True once Askfirst (stub or core) has pushed the denied default in this page. A default pushed by other code does not count. */
  hasDefault?: unknown;
  chunk<K extends keyof Chunks>(name: K): Promise<Chunks[K]>;
  /** Runs the effects that touch the page: at once if the entry contains them, else once they have loaded. */
  page(state: State, env: Env, loaders: Loaders): void;
  /** Hands an answer that the page gives by code to the writer, which may have to load. */
  passOn<K extends keyof Writer>(state: State, verb: K, answer: Parameters<Writer[K]>[1]): void;
}

/** What the effects that touch the page load in addition. */
export interface PageLoaders extends Loaders {
  /** The texts in the first available language of a list of BCP 47 tags, or in English. */
  words(wanted: string): Promise<{ locale: Locale }>;
  /** The protocols that the core contains. */
  readonly early: Readonly<Record<string, EarlyPrepare | undefined>>;
}
