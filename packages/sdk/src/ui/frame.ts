import type { State } from '../state/types.js';

/** `window.askfirst` of a page with Askfirst. The head stub has no `$consent` yet. */
interface Asker extends Partial<Pick<State, '$consent'>> {
  when?(category: 'necessary'): Promise<void>;
}

/** Milliseconds until an answer in another document is known here. */
const KNOWN_MS = 500;

type Page = { askfirst?: Asker; parent: Page };

/** The nearest page around a frame that has the same origin and its own Askfirst. */
function asker(page: Page): Page | undefined {
  try {
    for (let at = page; at !== at.parent; ) {
      at = at.parent;
      // Throws if that page has another origin.
      if (typeof at.askfirst?.when === 'function') return at;
    }
  } catch {}
  return undefined;
}

/** Calls `go` once no page around this frame asks: one question on the screen, whose answer reaches both pages by storage. */
export async function afterAsker(win: Window, go: () => void): Promise<void> {
  const around = asker(win as unknown as Page);
  // The promise of a head stub resolves once its core has loaded.
  await around?.askfirst?.when?.('necessary');
  const consent = around?.askfirst?.$consent;
  if (!consent?.get().ask) return go();
  const stop = consent.listen(({ ask }) => {
    if (ask) return;
    stop();
    setTimeout(go, KNOWN_MS);
  });
}
