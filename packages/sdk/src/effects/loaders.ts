import type { Locale, Regime } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { State, View } from '../state/types.js';

/** How an entry fetches what most visits do not need. */
export interface Loaders {
  /** Languages there are texts for. */
  readonly languages: readonly string[];
  locale(language: string): Promise<{ locale: Locale }>;
  regimes(): Promise<{ regimes: readonly Regime[] }>;
  ui(): Promise<{ mount(view: View, doc: Document): () => void }>;
  sweep(): Promise<{ sweep(state: State, env: Env): void }>;
  help(): Promise<{ explain(problems: readonly Problem[]): string }>;
}
