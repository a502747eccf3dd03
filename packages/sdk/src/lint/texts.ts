import type { Locale } from '@askfirst/data';
import { loadedAnywhere, loadedWords, proposedRefusals } from '@askfirst/data/loaded-words';
import { locale as english } from '@askfirst/data/locales/en';
import { isEnglish, languageOf } from '../policy/language.js';
import type { Options } from '../policy/types.js';
import { type Finding, finding } from './codes.js';

/** How much longer one answer may be than the other. No law has a number. */
const MOST_TIMES_LONGER = 2;
/** These are no sentences. */
const NO_WORDS = /^(lang|dir|separator)$/;

/** Every text by its path, for example `categories.analytics.label`. */
const textsOf = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, entry]): [string, string][] =>
    entry && typeof entry === 'object' ? textsOf(entry, `${path}${key}.`) : [[path + key, String(entry)]],
  );

const placeholdersOf = (text = ''): string[] => text.match(/\{\w+\}/g) ?? [];

/** The list of loaded words for a language, if there is one. */
function patternsFor(lang: string): { loaded?: RegExp | undefined; proposed?: RegExp | undefined } {
  const key = languageOf(lang, Object.keys(loadedWords));
  // `languageOf` returns English for a language that it does not know.
  return key !== 'en' || isEnglish(lang) ? { loaded: loadedWords[key], proposed: proposedRefusals[key] } : {};
}

/** What presses in a text, as it stands there. */
function loadedIn(path: string, text: string, lang: string): string | undefined {
  const { loaded, proposed } = patternsFor(lang);
  if (path === 'reject' && proposed?.test(text)) return undefined;
  return (loaded?.exec(text) ?? loadedAnywhere.exec(text))?.[0];
}

/**
 * The owner's own texts.
 *
 * @param locale The texts that they replace. Default: the English ones, unless `ui.lang` names another language.
 */
export function lintTexts({ controller, ui = {} }: Options, locale?: Partial<Locale>): Finding[] {
  const own = textsOf(ui.texts ?? {}).filter(([path]) => !NO_WORDS.test(path));
  const lang = ui.texts?.lang ?? locale?.lang ?? ui.lang ?? 'en';
  const expected = Object.fromEntries(textsOf(english));
  const findings: Finding[] = [];
  const find = (code: Finding['code'], path: string, about: string) =>
    findings.push(finding(code, about, `ui.texts.${path}`));

  for (const [path, text] of own) {
    if (!/\p{L}/u.test(text)) {
      find('empty-text', path, `${path} is "${text}"`);
      continue;
    }
    const words = loadedIn(path, text, lang);
    if (words) find(path === 'accept' ? 'loaded-answer' : 'loaded-words', path, `"${words}" in "${text}"`);
    const lost = placeholdersOf(expected[path]).filter(
      (each) => !text.includes(each) && !(each === '{controller}' && controller && text.includes(controller.name)),
    );
    if (lost.length) find('lost-placeholder', path, `${lost.join(' and ')} in "${text}"`);
  }

  const { accept, reject } = { ...(locale ?? (isEnglish(lang) ? english : {})), ...ui.texts };
  if ((ui.texts?.accept || ui.texts?.reject) && accept && reject) {
    const [shorter, longer] = [accept, reject].map((text) => [...text].length).sort((one, other) => one - other);
    if ((longer as number) > MOST_TIMES_LONGER * (shorter as number))
      find('uneven-answers', ui.texts?.accept ? 'accept' : 'reject', `"${accept}" and "${reject}"`);
  }
  return findings;
}
