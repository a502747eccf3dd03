import type { Service, Source, TagFacts } from '../types.js';

/**
 * The X Pixel has no consent call: do not load it before a yes. `_twclid` comes from the address that an ad leads to. `personalization_id`,
 * `guest_id*` and `muc_ads` are third-party cookies: the page cannot remove them.
 */
export const service = {
  id: 'x-pixel',
  name: 'X Ads',
  provider: 'X Corp.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://x.com/en/privacy',
  hosts: ['*.ads-twitter.com', 'analytics.twitter.com', 't.co'],
  stores: [{ name: '_twclid', kind: 'cookie', lifetime: 'unknown' }],
} as const satisfies Service;

export const script = 'https://static.ads-twitter.com/uwt.js';

export const tag: TagFacts = {
  api: 'twitter',
  early: false,
  id: { pattern: /^[a-z\d]{4,8}$/, example: 'o1abc' },
};

export const source: Source = {
  urls: [
    'https://g2.twimg.com/en/help/campaign-measurement-and-analytics/conversion-tracking-for-websites/about-conversion-tracking.html',
    'https://opsblu.com/documentation/ad-platforms/x-ads',
    'https://www.getpageguard.com/privacy-clauses/twitter-x-pixel',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
