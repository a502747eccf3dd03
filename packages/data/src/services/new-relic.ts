import type { Service, Source } from '../types.js';

/**
 * The session in the entry ends after 4 hours, or 30 minutes without activity; the entry itself stays. Session tracking can be
 * switched off in New Relic. An old agent also set the cookie `JSESSIONID` of nr-data.net, which is third-party and stays.
 */
export const service = {
  id: 'new-relic',
  name: 'New Relic Browser',
  provider: 'New Relic, Inc.',
  category: 'analytics',
  policyUrl: 'https://newrelic.com/termsandconditions/privacy',
  hosts: ['*.newrelic.com', '*.nr-data.net'],
  stores: [{ name: 'NRBA_SESSION*', kind: 'localStorage', lifetime: 'persistent' }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://github.com/newrelic/newrelic-browser-agent',
    'https://docs.newrelic.com/docs/browser/browser-monitoring/page-load-timing-resources/cookie-collection-session-tracking',
    'https://dineclub.co.uk/cookie-policy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
