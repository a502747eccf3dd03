import { mergeRecords } from './merge-records.js';
import { parseRecord, STORAGE_KEY } from './record.js';
import { siteOf } from './site.js';
import type { ConsentRecord, Options } from './types.js';

/** Name of the cookie with the record for a site's other subdomains. A site with a name has its own. Part of the contract. */
export const mirrorName = ({ site }: Options): string =>
  site ? `${STORAGE_KEY}.${encodeURIComponent(site)}` : STORAGE_KEY;

const parse = (text: string) => {
  try {
    return parseRecord(decodeURIComponent(text));
  } catch {
    return null;
  }
};

/**
 * Reads a site's record from cookies, as `document.cookie` or a `Cookie` header lists them. `null` if there is no sound record.
 * A sibling subdomain can set several cookies of one name on different paths: they are merged, in any order.
 *
 * @param now Milliseconds since the epoch.
 * @example readMirrorCookie('theme=dark; askfirst=%7B%22v%22%3A1…', options, Date.now())?.choices.analytics?.granted
 */
export function readMirrorCookie(cookies: string, options: Options, now: number): ConsentRecord | null {
  const start = `${mirrorName(options)}=`;
  const own = siteOf(options);
  return cookies
    .split(/;\s*/)
    .filter((pair) => pair.startsWith(start))
    .map((pair) => parse(pair.slice(start.length)))
    .filter((record) => (record?.site ?? own) === own)
    .reduce((before, record) => (before && record ? mergeRecords(before, record, now) : record), null);
}
