import type { Service } from '@askfirst/data';

/** A service with what is known of it besides. Of a vendor's stores the core of the script build only knows how their names start. */
export const withFacts = (service: Service, fact: Partial<Service> | undefined): Service => ({
  ...fact,
  ...service,
  ...(fact?.stores && !service.stores?.[0]?.kind && { stores: fact.stores }),
});
