import type { KnownService, Service } from '@askfirst/data';

/** The entry of `hosts` for a file beside a script. */
const besides = (script: string, file: string): string =>
  script.replace(/^(https?:)?\/\//i, '').replace(/[^/?#]*([?#].*)?$/, file);

/**
 * Merges the catalogue's facts into a site's service. The core of the script build contains only name prefixes of a vendor's stores,
 * so the full `stores` replace them here.
 */
export const withFacts = (service: Service, fact: Partial<KnownService> | undefined): Service => ({
  ...fact,
  ...service,
  // Named by its id alone, and its facts did not load.
  ...(!service.name && !fact?.name && { name: service.id }),
  ...(fact?.endpoint &&
    service.script && { hosts: [...(service.hosts ?? fact.hosts ?? []), besides(service.script, fact.endpoint)] }),
  ...(fact?.stores && !service.stores?.[0]?.kind && { stores: fact.stores }),
});
