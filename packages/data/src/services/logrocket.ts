import type { Service, Source } from '../types.js';

/**
 * Records once it is loaded, and has no documented call that stops it, so a withdrawal takes a reload. The vendor names its
 * cookies, but not how long they stay.
 */
export const service = {
  id: 'logrocket',
  name: 'LogRocket',
  provider: 'LogRocket, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://logrocket.com/privacy/',
  hosts: [
    '*.logrocket.io',
    '*.logr-in.com',
    '*.lgrckt-in.com',
    '*.lr-in.com',
    '*.lr-ingest.com',
    '*.lr-ingest.io',
    '*.lr-intake.com',
  ],
  stores: [
    { name: '_lr_tabs_*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_lr_hb_*', kind: 'cookie', lifetime: 'unknown' },
    { name: '_lr_uf_*', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://docs.logrocket.com/reference/cookies', 'https://www.npmjs.com/package/logrocket'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
