import type { Service } from '@askfirst/data';
import type { Category } from '../policy/types.js';
import { withFacts } from '../policy/with-facts.js';
import type { View } from '../state/types.js';

/** A service as it is shown. */
export type Shown = Partial<Service> & Pick<Service, 'name'>;

/** What a list of services is made of. */
export type Declared = Pick<View, 'locale' | 'facts'> & {
  readonly state: { readonly categories: readonly Category[] };
};

/** The services of a category. For `necessary` they include the record that Askfirst stores. */
export const shownServices = ({ locale, facts, state }: Declared, { key, services }: Category): readonly Shown[] => {
  const known = services.map((service) => withFacts(service, facts?.[service.id]));
  const choice: Shown = {
    name: locale.thisSite,
    stores: [{ name: 'askfirst', kind: 'localStorage', lifetime: 'persistent' }],
  };
  // A site that asks nothing stores no record.
  return key === 'necessary' && state.categories[1] ? [choice, ...known] : known;
};

/** The name of a country, or its code if the browser knows none. */
export const countryName = (lang: string, code: string): string =>
  new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
