/** Whether a list of BCP 47 tags begins with English, whose texts are a part of the interface. */
export const isEnglish = (wanted: string): boolean => /^,*en\b/i.test(wanted);

/** Norwegian as such, and its rarer form, are read in the form that most write. CLDR matches them the same way. */
const READ_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** The tags for a language, from the most to the least precise: `zh-TW` is `zh-Hant-TW`. */
function formsOf(tag: string): string[] {
  try {
    const { language, script, region } = new Intl.Locale(tag).maximize();
    return [tag, `${language}-${region}`, `${language}-${script}`, READ_AS[language] ?? language];
  } catch {
    // Throws for an invalid tag.
    return [];
  }
}

/**
 * The first language of a list of BCP 47 tags that is available, or English.
 *
 * @param available Tags in lower case.
 * @example languageOf('eo,pt-AO', ['en', 'pt', 'pt-br']) // 'pt'
 */
export const languageOf = (wanted: string, available: readonly string[]): string =>
  wanted
    .split(',')
    .flatMap(formsOf)
    .map((tag) => tag.toLowerCase())
    .find((tag) => available.includes(tag)) ?? 'en';
