import type { CategoryOf } from '../core/create-consent.js';
import { reportProblems } from '../help/report-problems.js';
import type { Consent, Options } from '../policy/types.js';
import { deriveInitialConsent, type InitialConsentInput } from '../server/initial-consent.js';

/**
 * The consent that the browser will derive, for a page made on a server: from the cookie of `cookieDomain`, the place and Global
 * Privacy Control. Without `cookieDomain` a server cannot see the choice, so everything but `necessary` is denied.
 *
 * @throws Nothing. An invalid cookie counts as undecided. One console message names invalid options, which grant nothing.
 * @example
 * const consent = initialConsent(options, { cookie: headers.get('cookie'), ...visitorFrom(headers, 'vercel') })
 * consent.granted.analytics
 */
export const initialConsent = <const O extends Options>(
  options: O,
  request: InitialConsentInput = {},
): Consent<CategoryOf<O>> =>
  deriveInitialConsent(options, request, (problem) => reportProblems([problem])) as Consent<CategoryOf<O>>;

export type { GeoHeaders } from '@askfirst/data';
export { contentSecurityPolicy, type PolicyParts } from '../server/content-security-policy.js';
export { type HeadStubParts, headStub } from '../server/head-stub.js';
export { type RequestHeaders, type Visitor, visitorFrom } from '../server/visitor.js';
export type { Consent, InitialConsentInput, Options };
