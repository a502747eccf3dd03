import type { Env } from '../env/env.js';

/** Milliseconds after the page has loaded until a foreign element disturbs no framework that takes over the server's markup. */
const SETTLED_MS = 1000;
/** How often a line is put back that the page removes. */
const MOST_TRIES = 5;

/**
 * A `<consent-status>` beside each way to the choices that has none, while a law wants one there.
 *
 * @returns A function to call with whether the law does, whenever the page or the law has changed.
 */
export function statusLines({ doc, win, stops, onEvent }: Env): (isWanted: boolean) => void {
  const lines = new Map<Element, { line: Element; tries: number }>();
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
      const own = lines.get(opener) ?? { line: doc.createElement('consent-status'), tries: 0 };
      own.line.toggleAttribute('data-beside', true);
      if (opener.nextElementSibling?.localName === 'consent-status' || own.tries > MOST_TRIES) continue;
      lines.set(opener, { line: own.line, tries: own.tries + 1 });
      opener.after(own.line);
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
