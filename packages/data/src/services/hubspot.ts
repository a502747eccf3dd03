import type { Service, Source, TagFacts } from '../types.js';

/**
 * The tracking code, which the account can make load forms, chat and the pixels of further vendors; those need services of
 * their own. After a refusal in HubSpot's own banner it still counts page views, so it must not load before a yes.
 */
export const service = {
  id: 'hubspot',
  name: 'HubSpot',
  provider: 'HubSpot, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://legal.hubspot.com/privacy-policy',
  hosts: [
    '*.hs-scripts.com',
    '*.hs-analytics.net',
    '*.hs-banner.com',
    '*.hsadspixel.net',
    '*.hscollectedforms.net',
    '*.hsleadflows.net',
    '*.hsforms.com',
    '*.hsforms.net',
    '*.hubapi.com',
    '*.hubspot.com',
  ],
  stores: [
    { name: '__hstc', kind: 'cookie', lifetime: [6, 'month'] },
    { name: 'hubspotutk', kind: 'cookie', lifetime: [6, 'month'] },
    { name: '__hssc', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: '__hssrc', kind: 'cookie', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://js.hs-scripts.com/{id}.js';

export const tag: TagFacts = {
  api: 'hubspot',
  early: false,
  id: { pattern: /^\d{4,12}$/, example: '1234567' },
};

export const source: Source = {
  urls: [
    'https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
