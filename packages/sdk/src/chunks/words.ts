import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { languageOf } from '../policy/language.js';

/** The words of the first language of a list of BCP 47 tags that there are words for, or the English ones. */
export const words = (wanted: string): Promise<{ locale: Locale }> =>
  (locales[languageOf(wanted, Object.keys(locales))] as NonNullable<(typeof locales)[string]>)();
