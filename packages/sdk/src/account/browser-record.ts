import { browserEnv } from '../env/browser.js';
import type { LocalStore } from '../env/local-store.js';
import { mirrorName } from '../policy/mirror-cookie.js';
import { parseRecord, STORAGE_KEY, unpack } from '../policy/record.js';
import { sealed } from '../policy/seal.js';
import { siteOf } from '../policy/site.js';
import type { ConsentRecord, Options } from '../policy/types.js';

/** The record of a site as this browser keeps it, and the way to put another in its place: docs/contracts.md describes both. */
export function browserRecord(store: LocalStore, options: Options) {
  const site = siteOf(options);
  /** Another site on this origin may have stored its record first. */
  const place = () => {
    const first = unpack(store.get(STORAGE_KEY))?.site ?? site;
    return first === site ? STORAGE_KEY : `${STORAGE_KEY}.site.${site}`;
  };
  return {
    read: (): ConsentRecord | null => parseRecord(store.get(place())),
    /**
     * Replaces the record, or removes it with `null`, for this page and for other tabs.
     *
     * @returns Whether the browser has stored it.
     */
    write(record: ConsentRecord | null): boolean {
      const env = browserEnv();
      const key = place();
      if (!env) return false;
      // The cookie would bring back what it has from before.
      if (options.cookieDomain)
        env.doc.cookie = `${mirrorName(options)}=;max-age=0;path=/;domain=${options.cookieDomain}`;
      const { earlier: _, ...rest } = record ?? { choices: {} };
      const isStored = store.set(key, record && JSON.stringify(sealed({ ...rest, site } as ConsentRecord, site)));
      // Or this page would go on with what it has in memory, whatever is answered later.
      if (!isStored) store.set(key, null);
      // Browsers fire this event in other tabs only: https://html.spec.whatwg.org/multipage/webstorage.html#concept-storage-broadcast
      env.win.dispatchEvent(new StorageEvent('storage', { key }));
      return isStored;
    },
  };
}
