import type { Loaders } from '../effects/loaders.js';
import { storage } from '../effects/storage.js';
import type { Env } from '../env/env.js';
import type { ConsentModeOptions } from '../policy/types.js';
import { consentMode } from '../signals/google/consent-mode.js';
import type { State } from '../state/types.js';

/**
 * Starts everything that happens in a browser, in the order in which it happens.
 *
 * @returns A function that undoes it.
 */
export function startEffects(state: State, env: Env, loaders: Loaders): () => void {
  state.reconsider = () => loaders.chunk('rules').then((module) => module.apply(state, env));
  const run = () => {
    const follow = storage(state, env);
    const record = state.record();
    // Its options were checked, and they are these. The site is a part of them.
    if (record?.checked === state.optionsHash) state.areOptionsValid = true;
    // Without a record the interface checks the options, before it asks, see also `policy/needs-rules.ts`. In advanced mode
    // tags run before that.
    if (
      !state.categories[1] ||
      state.options.region ||
      state.options.cookieDomain ||
      ((record ||
        state.unsealed ||
        (state.options.consentMode as ConsentModeOptions | undefined)?.mode === 'advanced') &&
        !state.areOptionsValid)
    )
      state.reconsider?.();
    else state.setRegime(state.activeRegime);
    loaders.page(state, env, loaders);
    follow();
  };
  state.setRegime(null);
  // Google has to find the denied default before any other command, also in a prerendered page. It stores and sends nothing.
  consentMode(state, env, loaders);
  // The visitor has not seen a prerendered page, but other tabs would see what it writes to storage:
  // https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering
  if ((env.doc as { prerendering?: boolean }).prerendering) env.onEvent(env.doc, 'prerenderingchange', run);
  else run();
  return () => {
    for (const stop of env.stops.splice(0)) stop();
  };
}
