import { browserEnv } from './browser.js';

/** Texts by key, in `localStorage`; in this page's memory if that throws. On a server: nothing. */
export interface LocalStore {
  get(key: string): string | null;
  /**
   * Stores a text; `null` removes it.
   *
   * @returns Whether `localStorage` has it now. If not, this page's memory has.
   */
  set(key: string, text: string | null): boolean;
  keys(): string[];
  /**
   * Calls `listener` when another tab may have changed something.
   *
   * @returns A function that unsubscribes.
   */
  onChange(listener: () => void): () => void;
}

/** Keys of Askfirst: `askfirst` is the consent record, every other key starts with `askfirst.`. */
export const isOurs = (key: string): boolean => /^askfirst(\.|$)/.test(key);

export function localStore(): LocalStore {
  const win = browserEnv()?.win;
  /** What `localStorage` could not store. */
  const kept = new Map<string, string | null>();
  /** `eraseLocalData`, or another tab that clears the storage, clears this, too. */
  const forget = ({ key }: StorageEvent) => {
    if (key === null) kept.clear();
  };
  const keep = (key: string, text: string | null) => {
    // In the capture phase, so that it runs before listeners that read the store.
    win?.addEventListener('storage', forget, true);
    kept.set(key, text);
  };
  return {
    get(key) {
      if (kept.has(key)) return kept.get(key) ?? null;
      try {
        // In a sandboxed frame the getter throws: https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage
        return win?.localStorage.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    set(key, text) {
      // All visitors share a server's memory.
      if (!win) return false;
      kept.delete(key);
      try {
        if (text !== null) {
          win.localStorage.setItem(key, text);
          return true;
        }
      } catch {
        keep(key, text);
      }
      // Full or forbidden: an older yes must not outlive a new no.
      try {
        win.localStorage.removeItem(key);
        return text === null;
      } catch {
        keep(key, text);
        return false;
      }
    },
    keys() {
      try {
        return [...new Set([...Object.keys(win?.localStorage ?? {}), ...kept.keys()])].filter(isOurs);
      } catch {
        return [...kept.keys()];
      }
    },
    onChange(listener) {
      // A page in the back/forward cache gets no storage events, not even later:
      // https://github.com/web-platform-tests/wpt/blob/master/html/browsers/browsing-the-web/back-forward-cache/storage-events.html
      for (const event of ['storage', 'pageshow']) win?.addEventListener(event, listener);
      return () => {
        for (const event of ['storage', 'pageshow']) win?.removeEventListener(event, listener);
      };
    },
  };
}
