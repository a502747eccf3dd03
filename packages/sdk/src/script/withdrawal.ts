import { services } from '@askfirst/data/services';
import { withdraw as withdrawDeclared } from '../effects/withdrawal/withdrawal.js';

/** The chunk of the script build that removes what lost its consent. */
export const withdraw: typeof withdrawDeclared = (state, env, running, before) =>
  withdrawDeclared(state, env, { ...running, facts: services }, before);
