import type { Service, Source } from '../types.js';

/**
 * The two cookies are those of the chat in the classic widget; the `ZD-` entries were seen in public code. Cookies of
 * zendesk.com, among them those of Cloudflare, are third-party and stay.
 */
export const service = {
  id: 'zendesk',
  name: 'Zendesk',
  provider: 'Zendesk, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.zendesk.com/company/agreements-and-terms/privacy-notice/',
  hosts: ['*.zdassets.com', '*.zendesk.com', '*.zopim.com'],
  stores: [
    { name: '__zlcmid', kind: 'cookie', lifetime: [365, 'day'] },
    { name: '__zlcprivacy', kind: 'cookie', lifetime: [365, 'day'] },
    { name: 'ZD-suid', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ZD-buid', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'ZD-store', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.zendesk.com/hc/en-us/articles/4408828505754-Enabling-cookie-consent-for-the-Chat-widget',
    'https://support.zendesk.com/hc/en-us/articles/4408824378650',
    'https://www.consentstack.io/vendors/zendesk',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
