import type { Service, Source, TagFacts } from '../types.js';

/**
 * It has no consent call: do not load it before a yes. `sc_at` of snapchat.com is a third-party cookie: the page cannot remove it.
 */
export const service = {
  id: 'snap-pixel',
  name: 'Snap Pixel',
  provider: 'Snap Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://values.snap.com/privacy/privacy-policy',
  hosts: ['sc-static.net', 'tr.snapchat.com', 'tr6.snapchat.com'],
  stores: [
    { name: '_scid', kind: 'cookie', lifetime: [395, 'day'] },
    { name: '_scid_r', kind: 'cookie', lifetime: [395, 'day'] },
    { name: '_sctr', kind: 'cookie', lifetime: 'unknown' },
    { name: '_ScCbts', kind: 'cookie', lifetime: 'unknown' },
    { name: 'u_sclid*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'u_scsid*', kind: 'sessionStorage', lifetime: 'session' },
  ],
} as const satisfies Service;

export const script = 'https://sc-static.net/scevent.min.js';

export const tag: TagFacts = {
  api: 'snap',
  early: false,
  id: { pattern: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/, example: '12345678-90ab-cdef-1234-567890abcdef' },
};

export const source: Source = {
  urls: [
    'https://www.consentstack.io/vendors/snap-pixel',
    'https://github.com/jkwakman/Open-Cookie-Database',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
