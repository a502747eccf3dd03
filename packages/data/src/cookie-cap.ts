import type { Duration, Source } from './types.js';

/**
 * The longest that browsers keep a cookie, whatever it asks for and whoever sets it: `draft-ietf-httpbis-rfc6265bis`, 5.5. Chrome does
 * so since version 104; Chromium 156 and Firefox 153 were measured.
 *
 * WebKit, the engine of Safari, has no such cap, and no other that holds for every cookie. It deletes what scripts have stored once the
 * browser was used on seven days (newer versions: 30) without a click, tap or key on the site, and each of these starts the count
 * again: no time that could be shown as the longest. Two caps hold in special cases: 24 hours after a link from a known tracker that
 * carries an id, and seven days for a response of a host that hides a third party.
 */
export const cookieCap = [400, 'day'] as const satisfies Duration;

/** The browsers that have this cap. */
export const cappedBy: readonly string[] = ['Chrome', 'Edge', 'Firefox'];

export const source: Source = {
  urls: [
    'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html',
    'https://developer.chrome.com/blog/cookie-max-age-expires',
    'https://webkit.org/tracking-prevention/',
    'https://www.simoahava.com/privacy/first-party-cookies-webkit-revisited/',
    'https://github.com/WebKit/WebKit/pull/46107',
  ],
  reviewedOn: '2026-11-28',
};
