import { lawTexts, settingsName as preferences } from '@askfirst/data/locales/en';
import type { Env } from '../env/env.js';
import { tell as tellWith } from '../law/tell.js';
import { isEnglish } from '../policy/language.js';
import type { State } from '../state/types.js';

/** All of the English texts that the elements need: no visitor loads the interface for a line in a footer. */
const english = { locale: { lang: 'en', dir: 'ltr' as const, preferences, law: lawTexts } };

/** The chunk of the script build that shows what the law of the visitor's place wants shown. */
export const tell = (state: State, env: Env): void =>
  tellWith(state, env, async (wanted) =>
    isEnglish(wanted) ? english : (await import('../chunks/words.js')).words(wanted),
  );
