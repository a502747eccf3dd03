import type { Service, ServiceCore, Source, TagFacts } from '../types.js';

/** The container alone. The tags in it need services of their own, which declare what they store. */
export const core = {
  id: 'gtm',
  script: 'https://www.googletagmanager.com/gtm.js?id=',
  api: 'gtm',
  category: 'analytics',
} as const satisfies ServiceCore;

export const tag: TagFacts = {
  api: 'gtm',
  early: true,
  neverExempt: true,
  id: { pattern: /^GTM-\w+$/, example: 'GTM-XXXX' },
};

/**
 * Loading the container needs consent: VG Hannover, 19 March 2025, 10 A 5385/22 (section 25 TTDSG, now TDDDG), found it not
 * strictly necessary. An appeal was filed.
 */
export const service = {
  ...core,
  name: 'Google Tag Manager',
  provider: 'Google',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.googletagmanager.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developers.google.com/tag-platform/tag-manager/web',
    'https://developers.google.com/tag-platform/security/guides/csp',
    'https://gdprhub.eu/index.php?title=VG_Hannover_-_10_A_5385/22',
    'https://digitaltrademarks.de/tag/cookie-schaltflaeche/',
  ],
  reviewedOn: '2026-11-21',
};
