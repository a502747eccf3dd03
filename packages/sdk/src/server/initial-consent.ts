import { resolveCategories } from '../policy/categories.js';
import { deriveConsent } from '../policy/consent.js';
import { readMirrorCookie } from '../policy/mirror-cookie.js';
import { own } from '../policy/own.js';
import type { Problem } from '../policy/problems.js';
import { readOptions } from '../policy/read-options.js';
import { resolveRegime } from '../policy/regime.js';
import type { Consent, Options } from '../policy/types.js';
import { withRegion } from './with-region.js';

/** What a request says. Each may be missing. */
export interface InitialConsentInput {
  /** The `Cookie` header. Read only if the options have a `cookieDomain`. */
  readonly cookie?: string | null | undefined;
  /** ISO 3166 code, as from `visitorFrom`. Default: that of the options. */
  readonly region?: string | undefined;
  /** Whether the browser sends Global Privacy Control. */
  readonly gpc?: boolean | undefined;
  /** Milliseconds since the epoch. Default: the server's clock. */
  readonly now?: number | undefined;
}

/** Consent as the browser will derive it. Options that cannot be worked with are reported, and grant nothing. */
export function deriveInitialConsent(
  options: Options,
  request: InitialConsentInput,
  report: (problem: Problem) => void,
): Consent {
  const { cookie, region, gpc = false, now = Date.now() } = own(request ?? {});
  try {
    const seen = withRegion(own(options), region);
    const { options: right, categories, isRight } = readOptions(seen);
    if (!isRight) report(['options', seen]);
    const record = right.cookieDomain ? readMirrorCookie(cookie ?? '', right, now) : null;
    const consent = deriveConsent(categories, resolveRegime(right.region as string), record, now, gpc);
    if (right.cookieDomain) return consent;
    // The visitor may have objected, and only the browser knows.
    const isSure = ([key]: [string, boolean]) => consent.reasons[key] === 'necessary';
    return {
      ...consent,
      granted: Object.fromEntries(Object.entries(consent.granted).map((row) => [row[0], isSure(row)])),
    };
  } catch {
    // So wrong that they cannot even be read.
    report(['options', options]);
    return deriveConsent(resolveCategories({}), null, null, now, gpc);
  }
}
