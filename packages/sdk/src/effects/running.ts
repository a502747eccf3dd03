import type { Service } from '@askfirst/data';

/** Which services may go on, and whose script is in the page. */
export interface Running {
  mayRun(service: Service): unknown;
  readonly loaded: WeakSet<Service>;
  /** What is known of services by their id, besides what the site says. */
  readonly facts?: Readonly<Record<string, Partial<Service> | undefined>>;
}
