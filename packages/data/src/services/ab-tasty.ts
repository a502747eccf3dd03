import type { Service, Source } from '../types.js';

/**
 * A site can have the vendor keep the first two in localStorage instead. The tag also keeps the visitor's place to the city, the
 * weather there and the IP address in sessionStorage, under names that its documentation lists; they end with the tab.
 */
export const service = {
  id: 'ab-tasty',
  name: 'AB Tasty',
  provider: 'AB Tasty SAS',
  country: 'FR',
  category: 'analytics',
  policyUrl: 'https://www.abtasty.com/privacy-policy/',
  hosts: ['*.abtasty.com', 'd1447tq2m68ekg.cloudfront.net'],
  stores: [
    { name: 'ABTasty', kind: 'cookie', lifetime: [13, 'month'] },
    { name: 'ABTastySession', kind: 'cookie', lifetime: [30, 'minute'] },
    { name: 'ABTastyDomainTest', kind: 'cookie', lifetime: [1, 'second'] },
    { name: 'abTastyDebug', kind: 'cookie', lifetime: 'session' },
    { name: 'ABTastyData', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://docs.abtasty.com/client-side/tag/tag-cookies',
    'https://support.abtasty.com/hc/en-us/articles/6416315967004-Consent-policy-cookies-storage-and-privacy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
