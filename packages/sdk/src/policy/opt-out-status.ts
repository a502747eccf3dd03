import type { Law, LawTexts } from '@askfirst/data';
import { isEnglish } from './language.js';
import type { Category, Consent } from './types.js';

/**
 * What a page says about an opt-out that it honors; empty if there is none.
 *
 * @param lang BCP 47 language of the texts. A law can fix the words in its own language only.
 * @example optOutStatus(consent, categories, california, texts, 'en') // 'Opt-Out Request Honored', while the browser sends GPC
 */
export function optOutStatus(
  { gpc, reasons, granted }: Consent,
  categories: readonly Category[],
  law: Law | undefined,
  texts: LawTexts,
  lang: string,
): string {
  if (gpc) return (isEnglish(lang) && law?.gpcStatus) || texts.honored;
  if (law?.model !== 'opt-out') return '';
  // An opt-out is about sale, sharing and targeted advertising.
  const sold = categories.filter((category) => category.gpc);
  return sold[0] && sold.every(({ key }) => reasons[key] === 'choice' && !granted[key]) ? texts.optedOut : '';
}
