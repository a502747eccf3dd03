import type { Service } from '@askfirst/data';

/** The ids of services of which a site says no more than the id: their names and stores are in the catalogue. */
export const namedById = (services: readonly Service[] = []): string[] =>
  services.filter(({ name, api }) => !name && !api).map(({ id }) => id);
