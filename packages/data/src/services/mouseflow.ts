import type { Service, Source } from '../types.js';

/**
 * Records once it is loaded. The vendor says that it uses no third-party cookies and no other storage.
 */
export const service = {
  id: 'mouseflow',
  name: 'Mouseflow',
  provider: 'Mouseflow ApS',
  country: 'DK',
  category: 'analytics',
  policyUrl: 'https://mouseflow.com/legal/privacy',
  hosts: ['*.mouseflow.com'],
  stores: [
    { name: 'mf_user', kind: 'cookie', lifetime: [90, 'day'] },
    { name: 'mf_*', kind: 'cookie', lifetime: 'session' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.mouseflow.com/en/articles/4282966-what-is-your-cookie-policy',
    'https://mouseflow.com/legal/privacy',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
