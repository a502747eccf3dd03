import type { Env } from '../env/env.js';
import { parseRecord } from '../policy/record.js';
import type { State } from '../state/types.js';

/** Where the record lies. Part of the contract: other people's browsers hold it for months. */
export const STORAGE_KEY = 'askfirst';

/**
 * Reads the stored record and writes each new one. Returns how to follow other tabs and the Back button: to be heard of
 * changes takes browsers 0.3 ms, and tags need not wait for it.
 * Storage that throws (sandboxed frame, blocked cookies, full disk) leaves the choice in memory for this page.
 */
export function storage({ $consent, record: current, adopt }: State, { win, stops, onEvent }: Env): () => void {
  let stored: string | null | undefined;

  const read = () => {
    try {
      // The getter itself throws in a sandboxed frame.
      const text = win.localStorage.getItem(STORAGE_KEY);
      if (text !== stored) adopt(parseRecord((stored = text)));
    } catch {}
  };
  const write = () => {
    const record = current();
    // What each key really holds: old libraries teach arrays to write themselves as text.
    const text = JSON.stringify(record, function (this: Record<string, unknown>, key) {
      return this[key];
    });
    if (!record || text === stored) return;
    stored = null;
    try {
      win.localStorage.setItem(STORAGE_KEY, text);
      stored = text;
    } catch {
      // Full or forbidden: the visitor is asked again on the next page, and an older yes does not outlive a new no.
      try {
        win.localStorage.removeItem(STORAGE_KEY);
      } catch {}
    }
  };
  // A choice made before the start is newer than anything stored.
  if (!current()) read();
  stops.push($consent.subscribe(write));
  return () => {
    onEvent(win, 'storage', read);
    // Firefox and WebKit drop storage events while a page lies in the back/forward cache.
    onEvent(win, 'pageshow', read);
    // An answer may have expired meanwhile.
    onEvent(win, 'visibilitychange', () => adopt(current()));
  };
}
