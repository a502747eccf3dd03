import { firstLayer, secondLayer } from '@askfirst/data/locales/en';
import { isEnglish } from '../policy/language.js';
import { linkTo } from '../policy/link.js';
import type { Problem } from '../policy/problems.js';
import { isNear } from '../policy/read-options.js';
import type { Options } from '../policy/types.js';

/** Names of the texts that a site may replace. No language has to have a separator. */
export const textNames: readonly string[] = Object.keys({
  ...firstLayer,
  ...secondLayer,
  separator: '',
  embed: {},
  law: {},
});

/** What a review needs to know to look at options. */
export interface ReviewedOptions {
  readonly options: Options;
  /** Names of all texts. */
  readonly texts: readonly string[];
  /** The first available language of a list of BCP 47 tags, or English. */
  languageOf(wanted: string): string;
}

/** Finds what no check of the options finds, because that would need every text: names and languages that there are none of. */
export function reviewOptions({ options, texts: known, languageOf }: ReviewedOptions): Problem[] {
  const problems: Problem[] = [];
  const { lang = '', texts = {} } = options?.ui ?? {};
  const found = languageOf(lang);
  // `languageOf` returns English if there are no texts.
  if (lang && found === 'en' && !isEnglish(lang)) problems.push(['lang', lang, found]);
  for (const key of Object.keys(texts).filter((each) => !known.includes(each))) {
    const meant = known.find((name) => isNear(key, name));
    problems.push(['key', key, 'ui.texts', known, ...(meant ? [meant] : [])]);
  }
  const url = options?.policy?.url;
  if (url && !linkTo(url)) problems.push(['value', 'policy.url', url, 'an address of your site, or one with https:']);
  return problems;
}
