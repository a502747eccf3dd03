import type { Env } from '../env/env.js';
import { tell as tellWith } from '../law/tell.js';
import { isEnglish } from '../policy/language.js';
import type { State } from '../state/types.js';

/** Shows what the law of the visitor's place wants shown. Loaded where it may want something, and with the first element for it. */
export const tell = (state: State, env: Env): void =>
  tellWith(state, env, async (wanted) =>
    isEnglish(wanted) ? import('@askfirst/data/locales/en') : (await import('./words.js')).words(wanted),
  );
