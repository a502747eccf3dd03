import { strictest } from '@askfirst/data/regimes/strictest';
import type { Loaders } from '../effects/loaders.js';
import { signals } from '../effects/signals.js';
import { storage } from '../effects/storage.js';
import type { Env } from '../env/env.js';
import { fingerprint } from '../policy/fingerprint.js';
import type { State } from '../state/types.js';

/** A site that asks nothing has no interface to check its options; this much is looked at on every page. */
const OPTION = /^(controller|policy|services|categories|region|revision|consentMode|ui)$/;

/** Everything that happens in a browser, in the order in which it happens. Returns how to undo it. */
export function startEffects(state: State, env: Env, loaders: Loaders): () => void {
  const { options } = state;
  const run = () => {
    // What is stored holds once it is sure that the options are valid and which law applies.
    const early = state.record();
    state.setRegime(null);
    storage(state, env);
    const record = state.record();
    const print = fingerprint(options);
    if (record?.checked === print) state.checked = print;
    const isOdd = Object.keys(options).some((key) => !OPTION.test(key));
    if (isOdd || options.region || (record && record !== early && !state.checked))
      loaders.rules().then(({ admit }) => admit(state));
    else state.setRegime(strictest);
    loaders.page(({ runInPage }) => {
      if (env.stops[0]) runInPage(state, env, loaders);
    });
  };
  // The denied default is a line in memory and must be the first, even in a prerendered page.
  signals(state, env);
  // Storage written by a prerendered page is seen by other tabs, and nobody has looked at the page yet.
  if ((env.doc as { prerendering?: boolean }).prerendering) env.listen(env.doc, 'prerenderingchange', run);
  else run();
  return () => {
    for (const stop of env.stops.splice(0)) stop();
  };
}
