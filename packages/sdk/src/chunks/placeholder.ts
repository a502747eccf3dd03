import type { Draw, Once } from '../effects/placeholder.js';
import { placeholders as placeholdersWith } from '../embeds/placeholders.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import type { State } from '../state/types.js';

/** Shows in frames that wait what they wait for. Loaded with the first of them. */
export const placeholders = (state: State, env: Env, once: Once): Draw =>
  placeholdersWith(state, env, once, {
    words: async (wanted) =>
      isEnglish(wanted) ? import('@askfirst/data/locales/en') : (await import('./words.js')).words(wanted),
    hosts: () => import('./hosts.js'),
    catalogue: () => import('./catalogue.js'),
    decide: async (answer) => (await import('./rules.js')).decide(state, 'decide', answer, 'embed'),
  });
