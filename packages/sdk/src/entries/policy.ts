/**
 * How consent is computed, without a browser: for servers, tests and tools. Nothing here reads or writes anything.
 *
 * @example
 * const categories = resolveCategories(options)
 * const record = parseRecord(text)
 * deriveConsent(categories, resolveRegime('US-CA'), record, Date.now(), false).granted.analytics
 */

export type { Regime, RegimeRules, Service } from '@askfirst/data';
export { regimes } from '@askfirst/data/regimes';
export { checkOptions } from '../help/check-options.js';
export { explain } from '../help/explain.js';
export { resolveCategories } from '../policy/categories.js';
export { deriveConsent } from '../policy/consent.js';
export { googleSignals } from '../policy/google-signals.js';
export type { Problem, ProblemCode } from '../policy/problems.js';
export { parseRecord } from '../policy/record.js';
export { resolveRegime } from '../policy/regime.js';
export { regionalDefaults } from '../policy/regional-defaults.js';
export type {
  Category,
  Choice,
  Consent,
  ConsentRecord,
  GoogleSignals,
  Options,
  Reason,
  RegionalDefault,
} from '../policy/types.js';
