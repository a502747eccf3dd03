import type { Service, Source } from '../types.js';

/**
 * Tracking and sign-up forms are one script, so a form does not show before a yes. `__kla_off` is not listed: it records a
 * refusal. The keys in web storage were read in the vendor's script, not in its documentation.
 */
export const service = {
  id: 'klaviyo',
  name: 'Klaviyo',
  provider: 'Klaviyo, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.klaviyo.com/legal/privacy/privacy-notice',
  hosts: ['*.klaviyo.com'],
  // The vendor says: up to two years.
  stores: [
    { name: '__kla_id', kind: 'cookie', lifetime: [2, 'year'] },
    { name: 'klaviyoOnsite', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'klaviyoPagesVisitCount*', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://help.klaviyo.com/hc/en-us/articles/360034666712', 'https://github.com/patrickhulce/third-party-web'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
