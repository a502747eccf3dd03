import type { Env } from '../../env/env.js';

interface DataLayerWindow {
  dataLayer?: unknown;
  gtag?: unknown;
}

/**
 * Google's queue, made if the page has none: an element whose id is `dataLayer` makes a property of `window`, too.
 * Looked up each time: a page may replace it.
 */
export function dataLayer(env: Env): unknown[] {
  const page = env.win as DataLayerWindow;
  if (!Array.isArray(page.dataLayer)) page.dataLayer = [];
  return page.dataLayer as unknown[];
}

/** Queues something for Google, if it can. A page may have frozen its queue: consent must not fail with it. */
export function push(env: Env, entry: unknown): void {
  try {
    dataLayer(env).push(entry);
  } catch {}
}

/**
 * Queues a Google command, past the `gtag` of the page, which may keep a list of its own.
 * Google reads `arguments` objects only: a command pushed as an array is dropped without a word, and every signal counts as granted.
 *
 * @example gtag(env, 'consent', 'update', { analytics_storage: 'granted' })
 */
export function gtag(env: Env, ...command: unknown[]): void {
  const page = env.win as DataLayerWindow;
  const queue: (...command: unknown[]) => void = function () {
    // biome-ignore lint/complexity/noArguments: see above.
    push(env, arguments);
  };
  // Nor is an element of this name a function.
  if (!(page.gtag as { call?: unknown } | undefined)?.call) page.gtag = queue;
  queue(...command);
}
