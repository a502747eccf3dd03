import type { Service, Source } from '../types.js';

/**
 * Records once it is loaded, unless the page has set `_fs_capture_on_startup` to false. The vendor names its cookies, but not
 * how long they stay. A site can send through a host of its own, which the owner adds.
 */
export const service = {
  id: 'fullstory',
  name: 'Fullstory',
  provider: 'Fullstory, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.fullstory.com/legal/privacy-policy/',
  hosts: ['*.fullstory.com'],
  stores: [
    { name: 'fs_uid', kind: 'cookie', lifetime: [1, 'year'] },
    { name: 'fs_cid', kind: 'cookie', lifetime: 'unknown' },
    { name: 'fs_lua', kind: 'cookie', lifetime: 'unknown' },
    { name: '_fs_tab_id', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.fullstory.com/hc/en-us/articles/360020829513-Why-Fullstory-uses-First-Party-Cookies',
    'https://consentstack.io/vendors/fullstory',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
