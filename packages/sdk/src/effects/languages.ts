import type { Env } from '../env/env.js';
import type { Options } from '../policy/types.js';

/**
 * The languages to speak to the visitor, as a list of BCP 47 tags. The page's own comes first: visitors understand it, and consent has
 * to be informed (GDPR Art. 4(11)).
 */
export const languagesOf = ({ ui }: Options, { doc, win }: Pick<Env, 'doc' | 'win'>): string =>
  [ui?.lang, doc.documentElement.lang, win.navigator.languages].join();
