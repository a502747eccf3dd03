import type { CategoryOf } from '../core/create-consent.js';
import { reportProblems } from '../help/report-problems.js';
import type { Consent, Options } from '../policy/types.js';
import { deriveInitialConsent, type InitialConsentInput } from '../server/initial-consent.js';

/**
 * What the browser will find granted, for a page made on a server: from the cookie of `cookieDomain`, the place and
 * Global Privacy Control. Without that option a server does not see the choice, and what the law leaves to it is denied.
 *
 * @throws Nothing. A foreign cookie counts as undecided; wrong options are named in one console message and grant nothing.
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
