import type { Locale } from '@askfirst/data';
import { locales } from '@askfirst/data/locales';
import { languageOf } from '../policy/language.js';

/** The texts in the first available language of a list of BCP 47 tags, or in English. */
export const words = (wanted: string): Promise<{ locale: Locale }> =>
  (locales[languageOf(wanted, Object.keys(locales))] as NonNullable<(typeof locales)[string]>)();
