/** Finds the first language there are texts for in a list of BCP 47 tags. The build compares it with the locales there are. */
export const languages = /(?:^|,)(de|en|es|fr|th)\b/i;
