import type { Env } from '../env/env.js';
import { asText } from '../policy/as-text.js';
import { STORAGE_KEY, unpack } from '../policy/record.js';
import { sealOf } from '../policy/seal.js';
import type { ConsentRecord } from '../policy/types.js';
import type { State } from '../state/types.js';

/**
 * Reads the stored record and writes each new one. If storage throws (sandboxed frame, blocked cookies, full disk), the choice stays
 * in this page's memory: https://html.spec.whatwg.org/multipage/webstorage.html#dom-localstorage
 *
 * @returns A function that starts to follow other tabs and the Back button. To add the listeners takes 0.3 ms, for which tags need
 *   not wait.
 */
export function storage(state: State, env: Env): () => void {
  let place: string;
  let stored: string | null | undefined;
  /** The record that lies there. */
  let kept: ConsentRecord | null | undefined;

  const read = () => {
    let record = state.record();
    try {
      // In a sandboxed frame the getter itself throws.
      let text = env.win.localStorage.getItem((place = STORAGE_KEY));
      let found = unpack(text);
      // Another site on this origin has stored its record first.
      if ((found?.site ?? state.site) !== state.site)
        found = unpack((text = env.win.localStorage.getItem((place += `.site.${state.site}`))));
      if (text !== stored) {
        record = null;
        stored = text;
        state.unsealed = found;
        // Throws for a record that is nested too deep.
        if (found?.seal === sealOf(found as ConsentRecord, state.site)) {
          record = kept = found as ConsentRecord;
          state.unsealed = null;
        }
      }
    } catch {}
    return record;
  };
  const write = () => {
    const record = state.record();
    if (!record || record === kept) return;
    try {
      env.win.localStorage.setItem(place, (stored = asText((kept = record))));
      state.unsealed = null;
    } catch {
      // Full or forbidden: the visitor is asked again on the next page, and an older yes must not outlive a new no.
      try {
        env.win.localStorage.removeItem(place);
        stored = null;
      } catch {}
    }
  };
  const follow = () => {
    const record = read();
    if (state.unsealed) state.reconsider?.();
    else if (record !== state.record()) state.adopt(record);
  };
  const found = read();
  // A choice made before the start is newer than anything stored.
  state.adopt(state.record() ?? found);
  state.latest = read;
  env.stops.push(state.$consent.subscribe(write));
  return () => {
    // A page in the back/forward cache gets no storage events, not even later:
    // https://github.com/web-platform-tests/wpt/blob/master/html/browsers/browsing-the-web/back-forward-cache/storage-events.html
    env.onEvent(env.win, 'storage', follow);
    env.onEvent(env.win, 'pageshow', follow);
    // While the page was hidden an answer may have expired.
    env.onEvent(env.win, 'visibilitychange', () => state.adopt(state.record()));
  };
}
