import type { Chunks } from '../effects/loaders.js';
import { markup as markupWith } from '../effects/markup.js';
import { endOnce, loadOnce } from '../effects/once.js';
import { placeholder } from '../effects/placeholder.js';

/** Releases and holds elements other than scripts. Loaded with the first of them. */
export const markup: Chunks['markup']['markup'] = (state, env, queue, updateAll) => {
  const load = async () =>
    (await import('./placeholder.js')).placeholders(state, env, {
      loadOnce(owner) {
        loadOnce(owner);
        updateAll();
      },
      endOnce,
    });
  return markupWith(env, queue, updateAll, placeholder(state, env, load));
};
