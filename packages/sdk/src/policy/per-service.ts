import type { Category, Choice, Consent, Options } from './types.js';

/**
 * Adds a category for each service that visitors may allow or refuse by itself. What is decided of a category, for example whether it has
 * expired, is decided of it in the same way. Its key is `<category>__<id of the service>`.
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
      const own = perService.includes(key) ? services.filter((each) => typeof each.category === 'string') : [];
      return [
        category,
        ...own.map((service) => ({
          ...category,
          key: `${key}__${service.id.replace(/\W/g, '_')}`,
          within: key,
          label: service.name,
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
 * What an answer says of each category and service. A no to one service is a no to the category as a whole, so that a build that does not
 * know of services never reads a yes into it; and what an answer does not name keeps the choice it had.
 *
 * @param before The choices stored so far.
 * @returns The whole answer, and the choices to keep for services that had only that of their category.
 */
export function wholeAnswer(
  categories: readonly Category[],
  answer: Readonly<Record<string, boolean | undefined>>,
  before: Readonly<Record<string, Choice>>,
  granted: Consent['granted'],
): [answer: Readonly<Record<string, boolean | undefined>>, kept: Record<string, Choice>] {
  const whole = { ...answer };
  const kept: Record<string, Choice> = {};
  for (const { key } of categories) {
    const parts = categories.filter(({ within }) => within === key);
    const said = parts.map((part) => answer[part.key] ?? answer[key]);
    parts.forEach((part, at) => {
      whole[part.key] = said[at];
      if (said[at] === undefined && before[key] && !before[part.key]) kept[part.key] = before[key] as Choice;
    });
    const isSaid = (each: boolean | undefined) => each !== undefined;
    if (said.some(isSaid) && (before[key] || said.every(isSaid)))
      whole[key] = parts.every((part, at) => said[at] ?? granted[part.key]);
  }
  return [whole, kept];
}
