import { browserEnv } from '../env/browser.js';
import { isEnglish, languageOf } from '../policy/language.js';
import type { Options } from '../policy/types.js';
import { type AccountTexts, texts } from './texts.js';

/** Your own words, by BCP 47 language in lower case. */
export type OwnWords = Readonly<Record<string, AccountTexts>>;

export interface Words extends AccountTexts {
  readonly lang: string;
}

/** The words in the language in which the banner asks; `undefined` if there are none in it. */
function wordsIn(wanted: string, own: OwnWords): Words | undefined {
  const all: OwnWords = { ...texts, ...own };
  const lang = languageOf(wanted, Object.keys(all));
  return lang !== 'en' || isEnglish(wanted) ? { ...(all[lang] as AccountTexts), lang } : undefined;
}

const wanted = ({ ui }: Pick<Options, 'ui'>) => {
  const env = browserEnv();
  return [ui?.lang, env?.doc.documentElement.lang, env?.win.navigator.languages].join();
};

/** The words of the notice, in English if there are none in the visitor's language. */
export const wordsFor = (options: Options, own: OwnWords = {}): Words =>
  wordsIn(wanted(options), own) ?? { ...(own.en ?? (texts.en as AccountTexts)), lang: 'en' };

/**
 * For `ui.texts`: the sentence of the first layer that says that the choice holds on all devices. English, German, French, Spanish and
 * Thai are here; write any other language yourself, or the first layer does not say it.
 *
 * @param own Your own words, by BCP 47 language in lower case.
 * @param lang The language, if it is not that of the page: the same as `ui.lang`.
 * @example ui: { get texts() { return accountTexts() } }
 */
export function accountTexts(own: OwnWords = {}, lang?: string): { readonly withdraw?: string } {
  const words = wordsIn(wanted({ ui: { ...(lang && { lang }) } }), own);
  return words ? { withdraw: words.withdraw } : {};
}
