import { categoryNames as categories, embedTexts as embed, vendorPolicy } from '@askfirst/data/locales/en';
import type { Draw, Once } from '../effects/placeholder.js';
import { placeholders as placeholdersWith } from '../embeds/placeholders.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import type { State } from '../state/types.js';

/** All of the English texts that a card needs: no visitor loads the interface for a frame. */
const english = { locale: { lang: 'en', dir: 'ltr' as const, servicePolicy: vendorPolicy, categories, embed } };

/** The chunk of the script build that shows in frames that wait what they wait for. */
export const placeholders = (state: State, env: Env, once: Once): Draw =>
  placeholdersWith(state, env, once, {
    words: async (wanted) => (isEnglish(wanted) ? english : (await import('../chunks/words.js')).words(wanted)),
    hosts: () => import('../chunks/hosts.js'),
    catalogue: () => import('../chunks/catalogue.js'),
    decide: async (answer) => (await import('../chunks/rules.js')).decide(state, 'decide', answer, 'embed'),
  });
