import type { Service, Source } from '../types.js';

/**
 * Google Ads and Floodlight, which use the same script and the same entries. While consent is denied, a loaded tag still sends the address
 * of the page, with click ids, to pagead2.googlesyndication.com. `IDE` and `test_cookie` of doubleclick.net and `NID` of google.com are
 * third-party cookies: the page cannot remove them. A tag gateway takes files and hits on a path of the site's own host, which is not listed.
 */
export const service = {
  id: 'google-ads',
  name: 'Google Ads',
  provider: 'Google',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: [
    'www.googletagmanager.com',
    '*.googleadservices.com',
    '*.googlesyndication.com',
    '*.doubleclick.net',
    'www.google.com',
  ],
  stores: [
    { name: '_gcl_au', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_gcl_aw', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_gcl_dc', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_gcl_gf', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_gcl_gs', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_gcl_gb', kind: 'cookie', lifetime: 'unknown' },
    { name: '_gcl_ha', kind: 'cookie', lifetime: 'unknown' },
    { name: '_gac_gb_*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_gcl_ls', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developers.google.com/tag-platform/security/guides/consent',
    'https://support.google.com/analytics/answer/13802165',
    'https://cookiesentry.com/cookies/providers/google-ads',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
