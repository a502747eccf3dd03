import type { Env } from '../../env/env.js';

interface DataLayerWindow {
  dataLayer?: unknown;
  gtag?: unknown;
}

/**
 * Google's queue, made if the page has none. An element with the id `dataLayer` is a property of `window` as well:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
 * Looked up each time, because a page may replace it.
 */
export function dataLayer(env: Env): unknown[] {
  const page = env.win as DataLayerWindow;
  if (!Array.isArray(page.dataLayer)) page.dataLayer = [];
  return page.dataLayer as unknown[];
}

/** Queues something for Google. If the page has frozen its queue, nothing is queued, and consent goes on. */
export function push(env: Env, entry: unknown): void {
  try {
    dataLayer(env).push(entry);
  } catch {}
}

/**
 * Queues a Google command directly, because the page's own `gtag` may write to another list.
 * Google reads `arguments` objects only: a command pushed as an array is ignored, and every signal counts as granted.
 *
 * @example gtag(env, 'consent', 'update', { analytics_storage: 'granted' })
 */
export function gtag(env: Env, ...command: unknown[]): void {
  const page = env.win as DataLayerWindow;
  const queue: (...command: unknown[]) => void = function () {
    // biome-ignore lint/complexity/noArguments: see above.
    push(env, arguments);
  };
  // An element with the id `gtag` is no function.
  if (!(page.gtag as { call?: unknown } | undefined)?.call) page.gtag = queue;
  queue(...command);
}
