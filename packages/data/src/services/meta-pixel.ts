import type { Service, Source, TagFacts } from '../types.js';

/**
 * Hits go to www.facebook.com/tr, which also serves logins and buttons. Events that the page tracks after `fbq('consent', 'revoke')` are kept
 * and sent at the next `grant`. The picture in `<noscript>` and the Conversions API ask nobody. Cookies of facebook.com are third-party: the
 * page cannot remove them.
 */
export const service = {
  id: 'meta-pixel',
  name: 'Meta Pixel',
  provider: 'Meta Platforms, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.facebook.com/privacy/policy/',
  hosts: ['connect.facebook.net', 'www.facebook.com'],
  stores: [
    { name: '_fbp', kind: 'cookie', lifetime: [90, 'day'] },
    { name: '_fbc', kind: 'cookie', lifetime: [90, 'day'] },
    { name: 'lastExternalReferrer', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'lastExternalReferrerTime', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'multiFbc', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const script = 'https://connect.facebook.net/en_US/fbevents.js';

export const tag: TagFacts = {
  api: 'meta',
  early: false,
  id: { pattern: /^\d{10,20}$/, example: '123456789012345' },
};

export const source: Source = {
  urls: [
    'https://developers.facebook.com/docs/meta-pixel/implementation/gdpr',
    'https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc/',
    'https://developers.facebook.com/docs/meta-pixel/get-started',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
