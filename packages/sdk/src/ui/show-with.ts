import type { Env } from '../env/env.js';
import { needsRulesToAsk } from '../policy/needs-rules.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import type { State, View, Words } from '../state/types.js';

/** Wraps a mount function: waits for `body`, checks the options, merges texts. */
export const showWith =
  (mount: (view: View, win: Window, words: Words) => () => void, check: (state: State) => Promise<void>) =>
  async (state: State, { win, doc, stops, onEvent }: Env, words: Words): Promise<void> => {
    const { locale } = await words();
    if (!doc.body) await new Promise((done) => onEvent(doc, 'DOMContentLoaded', done));
    await check(state);
    if (needsRulesToAsk(state.options)) await state.reconsider?.();
    // Stopped while the texts loaded.
    if (!stops[0]) return;
    state.locale = locale.lang;
    stops.push(mount({ state, locale: withOwnTexts(locale, state.options) }, win, words));
  };
