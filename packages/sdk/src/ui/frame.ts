import type { State } from '../state/types.js';

/** What a page of ours has as `window.askfirst`, or as good as: the head stub has no `$consent` yet. */
interface Asker extends Partial<Pick<State, '$consent'>> {
  when?(category: 'necessary'): Promise<void>;
}

/** Milliseconds until an answer given in another document is known here. */
const KNOWN_MS = 500;

type Page = { askfirst?: Asker; parent: Page };

/** The nearest page around a frame that is of the same site and asks by itself. */
function asker(page: Page): Page | undefined {
  try {
    for (let at = page; at !== at.parent; ) {
      at = at.parent;
      // Throws where that page is of another site.
      if (typeof at.askfirst?.when === 'function') return at;
    }
  } catch {}
  return undefined;
}

/** Calls `go` once no page around this frame is asking: one question on the screen, whose answer reaches both by storage. */
export async function afterAsker(win: Window, go: () => void): Promise<void> {
  const around = asker(win as unknown as Page);
  // A head stub waits for its core.
  await around?.askfirst?.when?.('necessary');
  const consent = around?.askfirst?.$consent;
  if (!consent?.get().ask) return go();
  const stop = consent.listen(({ ask }) => {
    if (ask) return;
    stop();
    setTimeout(go, KNOWN_MS);
  });
}
