import type { Service } from '@askfirst/data';
import { all } from '@askfirst/data/services/all';
import type { Declared, Visit } from '../model.js';
import { withDomains } from '../recognise/match.js';
import { idOf, type PromisedItem, type PromisedService, type Promises, strictPromises } from './schema.js';

/** A promised service, with what the catalogue says of it. */
export interface RuledService {
  readonly id: string;
  readonly pages?: readonly string[];
  readonly categories: readonly string[];
  readonly hosts: string[];
  readonly stores: PromisedItem[];
}

/** What all promises are judged by. */
export interface Rules {
  readonly promises: Promises;
  /** None: the owner has listed nothing, and the catalogue and the page's own declaration have to do. */
  readonly services?: readonly RuledService[];
  /** What the pages of the site declare, all of them together. */
  readonly declared?: Required<Declared>;
}

const listed = (category: string | readonly string[] = []): readonly string[] =>
  typeof category === 'string' ? [category] : category;

function ruled(service: PromisedService): RuledService {
  const id = idOf(service) ?? '';
  const known: Service | undefined = all[id];
  return {
    id,
    ...(service.pages && { pages: service.pages }),
    categories: listed(service.category ?? known?.category),
    hosts: [...(service.hosts ?? []), ...withDomains(known?.hosts)],
    // What the owner says of an entry counts before what the catalogue says.
    stores: [...(service.stores ?? []), ...((known?.stores ?? []) as PromisedItem[])],
  };
}

/** The rules that some promises make for some visits. @param visits All of the site, or what they declare. */
export function rulesOf(promises: Promises, visits: readonly Pick<Visit, 'declared'>[]): Rules {
  const declarations = visits.flatMap(({ declared }) => declared ?? []);
  const all = (key: keyof Declared) => [...new Set(declarations.flatMap((each) => each[key] ?? []))];
  return {
    promises: { ...strictPromises, ...promises },
    ...(promises.services && { services: promises.services.map(ruled) }),
    ...(declarations[0] && {
      declared: { services: all('services'), stores: all('stores'), necessary: all('necessary') },
    }),
  };
}
