import type { Env } from '../env/env.js';

interface DataLayerWindow {
  dataLayer?: unknown[];
  gtag?: (...command: unknown[]) => void;
}

/** Google's queue, made if the page has none yet. Looked up each time: a page may replace it. */
export function dataLayer({ win }: Env): unknown[] {
  return ((win as DataLayerWindow).dataLayer ??= []);
}

/** Queues something for Google. A page may have frozen its queue: consent must not fail with it. */
export function push(env: Env, entry: unknown): void {
  try {
    dataLayer(env).push(entry);
  } catch {}
}

/**
 * Queues a Google command.
 * Google reads `arguments` objects only: a command pushed as an array is dropped without a word, and every signal counts as granted.
 *
 * @example gtag(env, 'consent', 'update', { analytics_storage: 'granted' })
 */
export function gtag(env: Env, ...command: unknown[]): void {
  const page = env.win as DataLayerWindow;
  page.gtag ??= function () {
    // biome-ignore lint/complexity/noArguments: see above.
    push(env, arguments);
  };
  page.gtag(...command);
}
