import type { Service, Source, TagFacts } from '../types.js';

/**
 * Has no opt-out switch: once loaded, it tracks. It passes events on, and in device mode loads scripts of further vendors, each
 * of which needs a service of its own.
 */
export const service = {
  id: 'segment',
  name: 'Segment',
  provider: 'Twilio Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.twilio.com/legal/privacy',
  hosts: ['cdn.segment.com', '*.segment.io'],
  stores: [
    { name: 'ajs_anonymous_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'ajs_user_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'ajs_group_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'ajs_anonymous_id', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ajs_user_id', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ajs_group_id', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ajs_user_traits', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ajs_group_properties', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const script = 'https://cdn.segment.com/analytics.js/v1/{id}/analytics.min.js';

export const tag: TagFacts = {
  api: 'segment',
  early: false,
  id: { pattern: /^[A-Za-z\d]{16,64}$/, example: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345' },
};

export const source: Source = {
  urls: [
    'https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript/cookie-validity-update',
    'https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript/identity',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
