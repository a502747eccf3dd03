import type { Locale } from '@askfirst/data';
import type { Options } from './types.js';

/** The texts of a language, with those that the owner replaces. */
export const withOwnTexts = <L extends Pick<Locale, 'law'>>(locale: L, { ui }: Options): L => ({
  ...locale,
  ...ui?.texts,
  law: { ...locale.law, ...ui?.texts?.law },
});
