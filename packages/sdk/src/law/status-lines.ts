import type { Env } from '../env/env.js';

/** Milliseconds after the page has loaded until a foreign element disturbs no framework that takes over the server's markup. */
const SETTLED_MS = 1000;
/** How often a line is put back that the page removes at once. */
const MOST_TRIES = 5;
/** Milliseconds after which the page counts as having accepted a line. A merge of markup may still remove it at each step. */
const PEACE_MS = 1000;

/**
 * A `<consent-status>` beside each way to the choices that has none, while a law wants one there.
 *
 * @returns A function to call with whether the law does, whenever the page or the law has changed.
 */
export function statusLines({ doc, win, stops, onEvent }: Env): (isWanted: boolean) => void {
  const lines = new Map<Element, { line: Element; tries: number; since: number }>();
  let isSettled = false;
  let isWanted = false;
  const draw = (wanted: boolean) => {
    isWanted = wanted;
    if (!isSettled) return;
    for (const [opener, { line }] of lines)
      if (!wanted || !opener.isConnected) {
        line.remove();
        lines.delete(opener);
      }
    if (!wanted) return;
    for (const opener of doc.querySelectorAll('[data-consent-open]')) {
      // What is in a `<consent-link>` is not shown once that is filled, and it says so itself.
      if (opener.nextElementSibling?.localName === 'consent-status' || opener.closest('consent-link')) continue;
      const { line, ...last } = lines.get(opener) ?? { line: doc.createElement('consent-status'), tries: 0, since: 0 };
      const now = Date.now();
      const tries = now - last.since < PEACE_MS ? last.tries + 1 : 0;
      if (tries > MOST_TRIES) continue;
      line.toggleAttribute('data-beside', true);
      lines.set(opener, { line, tries, since: now });
      opener.after(line);
    }
  };
  const settle = () => {
    const timer = setTimeout(() => {
      isSettled = true;
      draw(isWanted);
    }, SETTLED_MS);
    stops.push(() => clearTimeout(timer));
  };
  if (doc.readyState === 'complete') settle();
  else onEvent(win, 'load', settle);
  return draw;
}
