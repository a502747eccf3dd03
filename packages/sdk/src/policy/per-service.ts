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
 * know of services never reads a yes into it.
 *
 * @param before The choices stored so far.
 */
export function wholeAnswer(
  categories: readonly Category[],
  answer: Readonly<Record<string, boolean | undefined>>,
  before: Readonly<Record<string, Choice>>,
  granted: Consent['granted'],
): Readonly<Record<string, boolean | undefined>> {
  const whole = { ...answer };
  for (const { key } of categories) {
    const parts = categories.filter(({ within }) => within === key);
    const said = parts.map((part) => answer[part.key] ?? answer[key]);
    for (const [at, part] of parts.entries()) whole[part.key] = said[at];
    const isSaid = (each: boolean | undefined) => each !== undefined;
    // A part answer decides nothing about a category that has no answer yet.
    if (said.some(isSaid) && (before[key] || said.every(isSaid)))
      whole[key] = parts.every((part, at) => said[at] ?? granted[part.key]);
  }
  return whole;
}

/** The choices, with that of its category for each service that has none of its own: what is answered later about another stays apart. */
export function withOwnChoices(
  categories: readonly Category[],
  choices: Readonly<Record<string, Choice>>,
): Readonly<Record<string, Choice>> {
  const all = { ...choices };
  for (const { key, within } of categories) {
    const choice = within && choices[within];
    if (choice) all[key] ??= choice;
  }
  return all;
}
