import type { Service, Source } from '../types.js';

/**
 * Ads that Google fills. `adsbygoogle.pauseAdRequests = 1` holds the requests of a script that is on the page. `IDE` of doubleclick.net and
 * other cookies of Google's hosts are third-party: the page cannot remove them. Google wants a certified consent platform for publishers' ads
 * in Europe. Lists of cookies name the three entries, but no source says how long they stay.
 */
export const service = {
  id: 'google-adsense',
  name: 'Google AdSense',
  provider: 'Google',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['*.googlesyndication.com', '*.doubleclick.net', '*.googletagservices.com', '*.2mdn.net'],
  stores: [
    { name: '__gads', kind: 'cookie', lifetime: 'unknown' },
    { name: '__gpi', kind: 'cookie', lifetime: 'unknown' },
    { name: '__eoi', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.google.com/adsense/answer/7549925',
    'https://www.getadsense.net/adsense-cookies/',
    'https://github.com/patrickhulce/third-party-web',
    'https://www.npmjs.com/package/@cookiepal-oss/cookie-db',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
