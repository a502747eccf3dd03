import type { Service, Source } from '../types.js';

/**
 * Drift belongs to Salesloft. It ties visitors to profiles of sales leads, therefore the category. No page of the vendor that
 * lists its cookies was found: the lifetimes are what the policies of two sites agree on.
 */
export const service = {
  id: 'drift',
  name: 'Drift',
  provider: 'Salesloft',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.salesloft.com/legal/privacy-notice',
  hosts: ['*.drift.com', '*.driftt.com'],
  stores: [
    { name: 'driftt_aid', kind: 'cookie', lifetime: [2, 'year'] },
    { name: 'drift_aid', kind: 'cookie', lifetime: 'unknown' },
    { name: 'driftt_eid', kind: 'cookie', lifetime: 'unknown' },
    { name: 'drift_eid', kind: 'cookie', lifetime: 'unknown' },
    { name: 'driftt_sid', kind: 'cookie', lifetime: 'unknown' },
    { name: 'driftt_wmd', kind: 'cookie', lifetime: 'session' },
    { name: 'drift_campaign_refresh', kind: 'cookie', lifetime: 'unknown' },
    { name: 'DFTT_END_USER_PREV_BOOTSTRAPPED', kind: 'cookie', lifetime: [2, 'year'] },
    { name: 'DFTT_LEAD_HAS_PREV_IDENTIFIED', kind: 'cookie', lifetime: [2, 'year'] },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://app.gymbookings.online/cookie-policy',
    'https://casers.org/cookies',
    'https://www.consentstack.io/vendors/drift',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
