import type { Service } from '@askfirst/data';

/** Which services may run, and which have their script in the page. */
export interface Running {
  mayRun(service: Service): unknown;
  readonly loaded: WeakSet<Service>;
  /** The catalogue's facts about services, by the id of the service. */
  readonly facts?: Readonly<Record<string, Partial<Service> | undefined>>;
}
