import type { Locale } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { Method } from '../policy/types.js';
import type { State, View } from '../state/types.js';
import type { createMarkup } from './markup.js';

/** Makes choices. */
export interface Writer {
  decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void;
  decideAll(state: State, granted: boolean, method: Method): void;
}

/** What asks the visitor. */
export interface Asker extends Writer {
  check(state: State): boolean;
  mount(view: View, doc: Document): () => void;
}

/** How an entry fetches what many visits do not need. */
export interface Loaders {
  /** Languages there are texts for. */
  readonly languages: readonly string[];
  locale(language: string): Promise<{ locale: Locale }>;
  ui(): Promise<Asker>;
  /** Checks options and knows the law of a place. */
  rules(): Promise<{ admit(state: State): void }>;
  sweep(): Promise<{ sweep(state: State, env: Env): void }>;
  markup(): Promise<{ createMarkup: typeof createMarkup }>;
  help(): Promise<{ explain(problems: readonly Problem[]): string }>;
  /** At once where the entry carries it, later where it does not. */
  page(run: (effects: { runInPage(state: State, env: Env, loaders: Loaders): void }) => void): void;
  writer(state: State, write: (writer: Writer) => void): void;
}
