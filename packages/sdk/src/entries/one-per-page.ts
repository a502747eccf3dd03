import type { WritableAtom } from 'nanostores';
import type { ConsentManager } from './create-consent.js';

/**
 * Lets only one instance work in a page: `window.askfirst`, whoever started first, by script tag or by import.
 * A later one becomes another name for it, so that there is one question and one answer.
 */
export function onePerPage<M extends ConsentManager>(manager: M): M {
  const { $consent, start } = manager;
  const page = globalThis as { document?: unknown; askfirst?: ConsentManager };
  const startHere = () => {
    const { askfirst = manager } = page;
    // A head stub cannot start.
    if (askfirst !== manager && 'start' in askfirst) {
      Object.assign(manager, askfirst, { start: startHere });
      return askfirst.$consent.subscribe(($consent as WritableAtom).set);
    }
    if (page.document) page.askfirst = manager;
    const stop = start();
    return () => {
      stop();
      delete page.askfirst;
    };
  };
  return Object.assign(manager, { start: startHere });
}
