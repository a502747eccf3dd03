import type { CategoryText, Service } from '@askfirst/data';
import type { Category } from '../policy/types.js';
import type { View } from '../state/types.js';

/** What is shown of a service. */
export type Shown = Partial<Service> & Pick<Service, 'name'>;

/** Puts values where a text says `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/{(\w+)}/g, (_, name) => values[name] as string);

/** One phrase of several names, for example “Analytics and Marketing”. */
export const listed = ({ locale }: View, names: readonly string[]): string =>
  new Intl.ListFormat(locale.lang).format(names);

/** All categories, called as the site, else as we call them. Under the necessary ones is what we keep ourselves. */
export const shownCategories = ({ locale, state, facts }: View) =>
  state.categories.map(({ key, label, description, services }: Category) => {
    const usual = (locale.categories as Record<string, CategoryText | undefined>)[key];
    const choice: Shown = {
      name: locale.thisSite,
      stores: [{ name: 'askfirst', kind: 'localStorage', lifetime: 'persistent' }],
    };
    const known = services.map((service): Shown => ({ ...facts?.[service.id], ...service }));
    const all = key === 'necessary' ? [choice, ...known] : known;
    return {
      key,
      label: label ?? usual?.label ?? key,
      description: description ?? usual?.description,
      services: all,
      /** Global Privacy Control keeps it off. */
      locked: state.$consent.get().reasons[key] === 'gpc',
    };
  });
