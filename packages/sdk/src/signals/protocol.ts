import type { Service } from '@askfirst/data';
import type { Env } from '../env/env.js';

/** Queues what the vendor's own snippet queues. Called once, right before the vendor's script is added to the page. */
export type Prepare = (env: Env, service: Service) => void;

/** Sets the vendor's consent switch. Called at each change of consent once the vendor's script is in the page. */
export type Update = (env: Env, service: Service, mayRun: boolean) => void;

/** What each file of this folder exports: how a vendor's script is prepared, and how its consent switch is set. */
export interface Protocol {
  readonly prepare: Prepare;
  readonly update?: Update;
}
