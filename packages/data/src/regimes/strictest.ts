import type { RegimeRules } from '../types.js';

/**
 * Applies if the place is unknown or in no list: nothing optional before a yes, a yes for as short and a no for as long as any law
 * here asks. A data test compares it with every other regime.
 */
export const strictest: RegimeRules = {
  id: 'strictest',
  rules: {},
  grantMaxAgeDays: 181,
  refusalCooldownDays: 366,
};
