import type { WritableAtom } from 'nanostores';
import { hasLayout } from '../env/browser.js';
import type { ConsentManager } from './create-consent.js';

/**
 * Lets only one instance work in a page: `window.askfirst`, the first that was started, by script tag or by import.
 * A later instance becomes another name for it, so that there is one question and one answer.
 */
export function onePerPage<M extends ConsentManager>(manager: M): M {
  const own = { ...manager };
  const page = globalThis as { document?: unknown; askfirst?: ConsentManager };
  const startHere = () => {
    const { askfirst = manager } = page;
    // A head stub cannot start.
    if (askfirst !== manager && 'start' in askfirst) {
      // Test runners load modules anew into the same jsdom window: the earlier instance is a leftover and is stopped.
      if (!hasLayout()) askfirst.start()();
      else {
        Object.assign(manager, askfirst, { start: startHere });
        return askfirst.$consent.subscribe((own.$consent as WritableAtom).set);
      }
    }
    // This instance may have been another name for an earlier one.
    Object.assign(manager, own, { start: startHere });
    if (page.document) page.askfirst = manager;
    const stop = own.start();
    return () => {
      stop();
      delete page.askfirst;
    };
  };
  return Object.assign(manager, { start: startHere });
}
