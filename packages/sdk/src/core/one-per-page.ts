import type { WritableAtom } from 'nanostores';
import { hasLayout } from '../env/browser.js';
import type { ConsentManager } from './create-consent.js';

/**
 * Lets only one instance work in a page: `window.askfirst`, whoever started first, by script tag or by import.
 * A later one becomes another name for it, so that there is one question and one answer.
 */
export function onePerPage<M extends ConsentManager>(manager: M): M {
  const own = { ...manager };
  const page = globalThis as { document?: unknown; askfirst?: ConsentManager };
  const startHere = () => {
    const { askfirst = manager } = page;
    // A head stub cannot start.
    if (askfirst !== manager && 'start' in askfirst) {
      // In a test's DOM it is no neighbour but what modules that are loaded anew have left behind: it ends.
      if (!hasLayout()) askfirst.start()();
      else {
        Object.assign(manager, askfirst, { start: startHere });
        return askfirst.$consent.subscribe((own.$consent as WritableAtom).set);
      }
    }
    // It may have been another name before.
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
