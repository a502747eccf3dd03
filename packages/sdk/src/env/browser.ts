import type { Env } from './env.js';

/** The one file that reads globals. Each is read when asked for, never at import. */

/** `undefined` on a server. */
export function browserEnv(): Env | undefined {
  if (!globalThis.document) return;
  const stops: Env['stops'] = [];
  return {
    win: window,
    doc: document,
    stops,
    onEvent(target, event, listener) {
      target.addEventListener(event, listener, true);
      stops.push(() => target.removeEventListener(event, listener, true));
    },
  };
}

/**
 * Whether anything can be seen: jsdom and happy-dom know no layout, and so not what lies at a point either. Browsers have known it
 * for longer than modules.
 */
export const hasLayout = (): boolean => !!globalThis.document?.elementsFromPoint;

/** Milliseconds since the epoch. */
export const now = (): number => Date.now();

/** `undefined` means "no signal", not "no objection". Old extensions send the string. */
export const gpc = (): boolean =>
  /true|1/.test(
    (globalThis.navigator as { globalPrivacyControl?: string } | undefined)?.globalPrivacyControl as string,
  );

export const print = (message: string): void => console.error(`[askfirst] ${message}`);
