/** Which version of a policy is in force, and who has accepted it. Separate from consent. */
export type { Acceptance, AcceptanceRecord } from '../acceptance/acceptance-record.js';
export {
  type AcceptanceStore,
  type PolicyAcceptance,
  type PolicyAcceptanceOptions,
  policyAcceptance,
} from '../acceptance/policy-acceptance.js';
export { type PolicyVersion, upcomingVersion, versionInForce } from '../policy/policy-versions.js';
