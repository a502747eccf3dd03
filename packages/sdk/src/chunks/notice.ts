import { languagesOf } from '../effects/languages.js';
import type { Env } from '../env/env.js';
import { isEnglish } from '../policy/language.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import type { State } from '../state/types.js';
import { tellNotice } from '../ui/tell-notice.js';

/** Tells what runs. Loaded where the law lets something run with notice. */
export const notice = (state: State, env: Env): Promise<void> =>
  tellNotice(state, env, async () => {
    const wanted = languagesOf(state.options, env);
    const { locale } = isEnglish(wanted)
      ? await import('@askfirst/data/locales/en')
      : await (await import('./words.js')).words(wanted);
    return { state, locale: withOwnTexts(locale, state.options) };
  });
