import { browserEnv } from './browser.js';

/** Texts by key, in `localStorage`; for this page only where that throws. On a server: nothing. */
export interface LocalStore {
  get(key: string): string | null;
  /** `null` removes. Says whether the storage now holds just that: this page remembers it in any case. */
  set(key: string, text: string | null): boolean;
  keys(): string[];
  /** Calls `listener` when another tab may have changed something. Returns how to stop. */
  onChange(listener: () => void): () => void;
}

/** What ours are called: `askfirst` is the consent record, every other key starts with it and a full stop. */
export const isOurs = (key: string): boolean => /^askfirst(\.|$)/.test(key);

export function localStore(): LocalStore {
  const win = browserEnv()?.win;
  /** What could not be stored. */
  const kept = new Map<string, string | null>();
  /** `eraseLocalData`, or another tab that empties the storage, means this as well. */
  const forget = ({ key }: StorageEvent) => {
    if (key === null) kept.clear();
  };
  const keep = (key: string, text: string | null) => {
    // Captured, so that who follows changes finds it gone.
    win?.addEventListener('storage', forget, true);
    kept.set(key, text);
  };
  return {
    get(key) {
      if (kept.has(key)) return kept.get(key) ?? null;
      try {
        // The getter itself throws in a sandboxed frame.
        return win?.localStorage.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    set(key, text) {
      // A server's memory is shared by all its visitors.
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
      // Full or forbidden: an older yes does not outlive a new no.
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
      // Firefox and WebKit drop storage events while a page lies in the back/forward cache.
      for (const event of ['storage', 'pageshow']) win?.addEventListener(event, listener);
      return () => {
        for (const event of ['storage', 'pageshow']) win?.removeEventListener(event, listener);
      };
    },
  };
}
