import type { Env } from '../env/env.js';
import { parseRecord, STORAGE_KEY } from '../policy/record.js';
import type { State } from '../state/types.js';

/**
 * Reads the stored record and writes each new one. Returns how to follow other tabs and the Back button: to be heard of
 * changes takes browsers 0.3 ms, and tags need not wait for it.
 * Storage that throws (sandboxed frame, blocked cookies, full disk) leaves the choice in memory for this page.
 */
export function storage(state: State, env: Env): () => void {
  let place: string;
  let stored: string | null | undefined;

  const read = () => {
    try {
      // The getter itself throws in a sandboxed frame.
      let text = env.win.localStorage.getItem((place = STORAGE_KEY));
      let record = parseRecord(text);
      // Another site of this origin was here first.
      if ((record?.site ?? state.site) !== state.site)
        record = parseRecord((text = env.win.localStorage.getItem((place += `.site.${state.site}`))));
      if (text !== stored) {
        stored = text;
        state.adopt(record);
      }
    } catch {}
  };
  const write = () => {
    const record = state.record();
    if (!record) return;
    try {
      // What each key really holds: old libraries teach arrays to write themselves as text.
      const text = JSON.stringify(record, function (this: Record<string, unknown>, key) {
        return this[key];
      });
      if (text === stored) return;
      env.win.localStorage.setItem(place, text);
      stored = text;
    } catch {
      // Full or forbidden: the visitor is asked again on the next page, and an older yes does not outlive a new no.
      try {
        env.win.localStorage.removeItem(place);
        stored = null;
      } catch {}
    }
  };
  const own = state.record();
  read();
  // A choice made before the start is newer than anything stored.
  if (own) state.adopt(own);
  state.refresh = read;
  env.stops.push(state.$consent.subscribe(write));
  return () => {
    env.onEvent(env.win, 'storage', read);
    // Firefox and WebKit drop storage events while a page lies in the back/forward cache.
    env.onEvent(env.win, 'pageshow', read);
    // An answer may have expired meanwhile.
    env.onEvent(env.win, 'visibilitychange', () => state.adopt(state.record()));
  };
}
