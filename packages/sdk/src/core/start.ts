import type { Loaders } from '../effects/loaders.js';
import { storage } from '../effects/storage.js';
import type { Env } from '../env/env.js';
import type { ConsentModeOptions } from '../policy/types.js';
import { consentMode } from '../signals/google/consent-mode.js';
import type { State } from '../state/types.js';

/** Everything that happens in a browser, in the order in which it happens. Returns how to undo it. */
export function startEffects(state: State, env: Env, loaders: Loaders): () => void {
  const { options } = state;
  state.reconsider = () => loaders.chunk('rules').then((module) => module.apply(state, env));
  const run = () => {
    const follow = storage(state, env);
    const record = state.record();
    // Checked with these very options: then it is this site's, too.
    if (record?.checked === state.optionsHash) state.areOptionsValid = true;
    // In advanced mode tags run before anybody answers, but not before the options were checked.
    const early = (options.consentMode as ConsentModeOptions | undefined)?.mode === 'advanced';
    // Where there is a question and nobody answered yet, the interface checks the options before it asks.
    if (
      !state.categories[1] ||
      options.region ||
      options.cookieDomain ||
      ((record || state.unsealed || early) && !state.areOptionsValid)
    )
      state.reconsider?.();
    else state.setRegime(state.activeRegime);
    loaders.page(state, env, loaders);
    follow();
  };
  state.setRegime(null);
  // The denied default is a line in memory and must be the first, even in a prerendered page.
  consentMode(state, env, loaders);
  // Storage written by a prerendered page is seen by other tabs, and nobody has looked at the page yet.
  if ((env.doc as { prerendering?: boolean }).prerendering) env.onEvent(env.doc, 'prerenderingchange', run);
  else run();
  return () => {
    for (const stop of env.stops.splice(0)) stop();
  };
}
