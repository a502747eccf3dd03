import { resolveCategories } from '../policy/categories.js';
import { deriveConsent } from '../policy/consent.js';
import { readMirrorCookie } from '../policy/mirror-cookie.js';
import { own } from '../policy/own.js';
import { withEachService } from '../policy/per-service.js';
import type { Problem } from '../policy/problems.js';
import { readOptions } from '../policy/read-options.js';
import { resolveRegime } from '../policy/regime.js';
import type { Consent, Options } from '../policy/types.js';
import { withRegion } from './with-region.js';

/** What is known from a request. All of it is optional. */
export interface InitialConsentInput {
  /** The `Cookie` header. It is read only if the options have a `cookieDomain`. */
  readonly cookie?: string | null | undefined;
  /**
   * ISO 3166 code of the visitor's place, as `visitorFrom` returns it.
   *
   * @default the region of the options
   */
  readonly region?: string | undefined;
  /**
   * Whether the browser sends Global Privacy Control, the header `Sec-GPC`: https://w3c.github.io/gpc/
   *
   * @default false
   */
  readonly gpc?: boolean | undefined;
  /**
   * Milliseconds since the epoch.
   *
   * @default the server's clock
   */
  readonly now?: number | undefined;
}

/** Derives consent as the browser will. Invalid options are reported, and grant nothing. */
export function deriveInitialConsent(
  options: Options,
  request: InitialConsentInput,
  report: (problem: Problem) => void,
): Consent {
  const { cookie, region, gpc = false, now = Date.now() } = own(request ?? {});
  try {
    const seen = withRegion(own(options), region);
    const { options: right, categories: declared, isRight } = readOptions(seen);
    const categories = withEachService(declared, right.perService);
    if (!isRight) report(['options', seen]);
    const record = right.cookieDomain ? readMirrorCookie(cookie ?? '', right, now) : null;
    const regime = resolveRegime(right.region as string, right.regimes, categories);
    const consent = deriveConsent(categories, regime, record, now, gpc);
    if (right.cookieDomain) return consent;
    // The visitor may have objected, which only the browser knows.
    const isSure = ([key]: [string, boolean]) => consent.reasons[key] === 'necessary';
    return {
      ...consent,
      granted: Object.fromEntries(Object.entries(consent.granted).map((row) => [row[0], isSure(row)])),
    };
  } catch {
    // The options throw when they are read.
    report(['options', options]);
    return deriveConsent(resolveCategories({}), null, null, now, gpc);
  }
}
