import type { Locale } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { check } from '../state/check.js';
import type { State, View } from '../state/types.js';

/** Makes what shows an interface, once there is a page to show it in. */
export const showWith =
  (mount: (view: View, doc: Document) => () => void) =>
  async (state: State, { doc, stops, onEvent }: Env, locale: Locale): Promise<void> => {
    if (!doc.body) await new Promise((done) => onEvent(doc, 'DOMContentLoaded', done));
    await check(state);
    // Stopped meanwhile.
    if (!stops[0]) return;
    state.locale = locale.lang;
    stops.push(mount({ state, locale: { ...locale, ...state.options.ui?.texts } }, doc));
  };
