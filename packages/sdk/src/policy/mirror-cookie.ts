import { parseRecord } from './record.js';
import type { ConsentRecord } from './types.js';

/** Where the record lies for a site's other subdomains. Part of the contract. */
export const MIRROR_COOKIE = 'askfirst';

/**
 * Reads the record among cookies, as `document.cookie` or a `Cookie` header lists them. Foreign or broken: `null`.
 *
 * @example readMirrorCookie('theme=dark; askfirst=%7B%22v%22%3A1…')?.choices.analytics?.granted
 */
export function readMirrorCookie(cookies: string): ConsentRecord | null {
  const pair = cookies.split('; ').find((each) => each.startsWith(`${MIRROR_COOKIE}=`));
  try {
    return parseRecord(decodeURIComponent(pair?.slice(MIRROR_COOKIE.length + 1) ?? ''));
  } catch {
    return null;
  }
}
