import type { Locale } from '@askfirst/data';
import { lawTexts } from '@askfirst/data/locales/en';
import { languagesOf } from '../effects/languages.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import type { State } from '../state/types.js';
import { tellNotice } from '../ui/tell-notice.js';

/** The chunk of the script build that tells what runs. It takes the other English texts from the first layer. */
export const notice = (state: State, env: Env): Promise<void> =>
  tellNotice(state, env, async () => {
    const wanted = languagesOf(state.options, env);
    const { locale } = isEnglish(wanted)
      ? { locale: { ...(await import('./ui.js')).locale, law: lawTexts } as unknown as Locale }
      : await (await import('../chunks/words.js')).words(wanted);
    return { state, locale: withOwnTexts(locale, state.options) };
  });
