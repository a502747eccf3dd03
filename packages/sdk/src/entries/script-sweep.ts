import type { Service } from '@askfirst/data';
import { googleAnalytics } from '@askfirst/data/services/google-analytics';
import { googleTagManager } from '@askfirst/data/services/google-tag-manager';
import { sweep as sweepDeclared } from '../effects/sweep/sweep.js';

/** What the core of the script build does not know of vendors' services, and only matters here. */
const facts: Readonly<Record<string, Partial<Service>>> = { ga4: googleAnalytics, gtm: googleTagManager };

/** The chunk of the script build that removes what lost its consent. */
export const sweep: typeof sweepDeclared = (state, env, running, before) =>
  sweepDeclared(state, env, { ...running, facts }, before);
