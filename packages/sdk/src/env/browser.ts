import type { Env } from './env.js';

/** The one file that reads globals. Each is read when asked for, never at import. */

/** The browser, or `undefined` on a server. */
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
 * Whether there is a layout. jsdom and happy-dom have none, and no `elementsFromPoint`, which browsers have had for longer than
 * modules: https://github.com/jsdom/jsdom#unimplemented-parts-of-the-web-platform
 */
export const hasLayout = (): boolean => !!globalThis.document?.elementsFromPoint;

/** Milliseconds since the epoch. */
export const now = (): number => Date.now();

/** Properties of `navigator` by which a browser objects for its visitor: Global Privacy Control, https://w3c.github.io/gpc/ */
const OBJECTIONS = ['globalPrivacyControl'];

/** Whether the browser sends such a signal. Old extensions set a string. */
export const gpc = (): boolean =>
  OBJECTIONS.some((name) =>
    /true|1/.test((globalThis.navigator as unknown as Record<string, string>)?.[name] as string),
  );

export const print = (message: string): void => console.error(`[askfirst] ${message}`);
