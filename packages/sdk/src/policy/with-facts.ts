import type { Service } from '@askfirst/data';

/**
 * Merges the catalogue's facts into a site's service. The core of the script build contains only name prefixes of a vendor's stores,
 * so the full `stores` replace them here.
 */
export const withFacts = (service: Service, fact: Partial<Service> | undefined): Service => ({
  ...fact,
  ...service,
  // Named by its id alone, and its facts did not load.
  ...(!service.name && !fact?.name && { name: service.id }),
  ...(fact?.stores && !service.stores?.[0]?.kind && { stores: fact.stores }),
});
