import type { Service, Source } from '../types.js';

/**
 * Events go to a data plane that each customer has, often on a host of the site's own, which the owner adds. In device mode it
 * loads scripts of further vendors, each of which needs a service of its own.
 */
export const service = {
  id: 'rudderstack',
  name: 'RudderStack',
  provider: 'RudderStack, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.rudderstack.com/privacy-policy/',
  hosts: ['cdn.rudderlabs.com', '*.rudderstack.com'],
  stores: [
    { name: 'rl_anonymous_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_user_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_trait', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_group_id', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_group_trait', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_session', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_page_init_referrer', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_page_init_referring_domain', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rl_auth_token', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'rudder_*', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/data-storage-cookies',
    'https://github.com/rudderlabs/rudder-sdk-js',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
