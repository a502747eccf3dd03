import type { Category, Choice, Consent, Options } from './types.js';

/**
 * Adds a category for each service that visitors may allow or refuse by itself. What is decided of a category, for example whether it has
 * expired, is decided of it in the same way. Its key is `<category>__<id of the service>`, with `_` for each full stop.
 *
 * A service of several categories, such as a container, is not split off: it runs as soon as one of them is granted as a whole.
 *
 * @example withEachService(resolveCategories(options), ['analytics']).map(({ key }) => key) // ['necessary', 'analytics', 'analytics__ga4']
 */
export function withEachService(
  categories: readonly Category[],
  perService: Options['perService'] = [],
): readonly Category[] {
  return categories
    .filter(({ within }) => !within)
    .flatMap((category) => {
      const { key, services, covers, signals } = category;
      const isSplit = perService.includes(key) && key !== 'necessary';
      const own = isSplit ? services.filter((each) => new Set([each.category].flat()).size === 1) : [];
      return [
        category,
        ...own.map((service) => ({
          ...category,
          key: `${key}__${service.id}`,
          within: key,
          // Of a service that is given by its id alone the catalogue has the name.
          label: service.name ?? service.id,
          services: [service],
          // Its own id, and the revision.
          covers: covers.filter((each) => each === service.id || each.startsWith('@')),
          // A yes to another vendor is none to Google's storage.
          signals: /^gt/.test(service.api ?? '') ? signals : [],
        })),
      ];
    });
}

/**
 * Adds to an answer what it says of single services. A no to one of them is a no to the category as a whole, so that a build that does not
 * know of services never reads a yes into it; what the answer does not name keeps the choice it had.
 *
 * @param given The answer.
 * @param choices The choices after the answer, as far as it is about whole categories. Choices are put into it.
 * @param before The choices before the answer.
 * @param reasons Why each is granted or denied before the answer.
 * @param make Makes a choice, now.
 * @returns Whether there was such an answer.
 */
export function answerServices(
  categories: readonly Category[],
  given: Readonly<Record<string, boolean | undefined>>,
  choices: Record<string, Choice>,
  before: Readonly<Record<string, Choice>>,
  reasons: Consent['reasons'],
  make: (category: Category, granted: boolean) => Choice,
): boolean {
  let isAbout = false;
  for (const category of categories) {
    const { key } = category;
    const parts = categories.filter(({ within }) => within === key);
    if (!parts.some((part) => given[part.key] !== undefined)) continue;
    isAbout = true;
    const own: Record<string, Choice> = {};
    const unasked: string[] = [];
    for (const part of parts) {
      // What runs because the visitor has not objected runs on: the objection is to another.
      const granted = given[part.key] ?? given[key] ?? (reasons[part.key] === 'regime' || undefined);
      const choice = granted === undefined ? (before[key]?.services?.[part.key] ?? before[key]) : make(part, granted);
      if (choice && part.covers.every((each) => choice.asked.includes(each))) own[part.key] = choice;
      else unasked.push(...part.services.map(({ id }) => id));
    }
    const all = Object.values(own);
    // Services of several categories follow the category as a whole: a yes to all others is none to them.
    const rest = category.services.filter((each) => !parts.some(({ services }) => services.includes(each)));
    const last = before[key];
    const isAsked = category.covers.every(
      (each) => last?.asked.includes(each) || !(each.startsWith('@') || rest.some(({ id }) => id === each)),
    );
    const restGranted = given[key] ?? (reasons[key] === 'regime' || (isAsked ? last?.granted : undefined));
    if (rest[0] && restGranted === undefined) unasked.push(...rest.map(({ id }) => id));
    const isWhole = !unasked[0] && all.every(({ granted }) => granted) && (!rest[0] || restGranted === true);
    const choice = make(category, isWhole);
    // A yes from before ends when it would have ended.
    const ends = all.filter(({ granted }) => granted).map(({ until }) => until);
    if (rest[0] && given[key] === undefined && last?.granted) ends.push(last.until);
    choices[key] = {
      ...choice,
      asked: choice.asked.filter((each) => !unasked.includes(each)),
      until: isWhole ? ([...ends, choice.until].sort()[0] as string) : choice.until,
      services: Object.fromEntries(Object.entries(own).filter(([, { granted }]) => granted !== isWhole)),
    };
  }
  return isAbout;
}
