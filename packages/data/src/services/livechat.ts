import type { Service, Source } from '../types.js';

/**
 * The widget identifies visitors by cookies of its own host, which are third-party and stay. Lists of cookies also name these on
 * the site itself, with lifetimes that contradict each other. It shows the operators which pages a visitor reads.
 */
export const service = {
  id: 'livechat',
  name: 'LiveChat',
  provider: 'Text, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.livechat.com/legal/privacy-policy/',
  hosts: ['*.livechatinc.com', '*.livechat.com', '*.livechat-static.com'],
  stores: [
    { name: '__lc_cid', kind: 'cookie', lifetime: 'unknown' },
    { name: '__lc_cst', kind: 'cookie', lifetime: 'unknown' },
    { name: '__lc2_cst', kind: 'cookie', lifetime: 'unknown' },
    { name: '__livechat*', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://consentstack.io/vendors/livechat',
    'https://www.cooki.fi/cookies/-lc-cst',
    'https://cooki.fi/cookies/-lc2-cst',
    'https://www.cooki.fi/cookies/-livechat-lastvisit',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
