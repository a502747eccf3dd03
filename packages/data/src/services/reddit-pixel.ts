import type { Service, Source, TagFacts } from '../types.js';

/**
 * `optOut` and `disableFirstPartyCookies` keep a loaded pixel from setting cookies, not from sending: do not load it before a yes. Cookies of
 * reddit.com are third-party: the page cannot remove them.
 */
export const service = {
  id: 'reddit-pixel',
  name: 'Reddit Pixel',
  provider: 'Reddit, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.reddit.com/policies/privacy-policy',
  hosts: ['www.redditstatic.com', 'alb.reddit.com', 'pixel-config.reddit.com'],
  stores: [
    { name: '_rdt_uuid', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_rdt_cid', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const script = 'https://www.redditstatic.com/ads/pixel.js';

export const tag: TagFacts = {
  api: 'reddit',
  early: false,
  id: { pattern: /^(a2|t2)_[a-z\d]+$/, example: 'a2_abc123' },
};

export const source: Source = {
  urls: [
    'https://opsblu.com/documentation/ad-platforms/reddit-ads',
    'https://www.flowconsent.com/en/services/cms/reddit',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
