import type { Finding, Visit } from '../model.js';
import type { Rules } from './rules.js';
import type { Promises } from './schema.js';

/** One kind of promise. */
export interface Kind {
  readonly key: keyof Promises & string;
  /** Whether this visit can show anything about it. */
  looksAt(visit: Visit, rules: Rules): boolean;
  /** What is not as promised, or could not be seen; nothing if it is kept. */
  judge(visits: readonly Visit[], rules: Rules): Finding[];
  /** One sentence each: what to say if it is kept, and if no visit could show anything; without one, nothing is said. */
  readonly kept: string;
  readonly notSeen?: string;
  /** The state that shows it: without such a visit, nothing is said. */
  readonly state?: Visit['state'];
  /** Whether a site that asks nothing, and runs nothing before a yes, has kept it. */
  readonly needsBanner?: boolean;
}
