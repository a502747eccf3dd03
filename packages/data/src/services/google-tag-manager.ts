import type { Service, Source, Tag } from '../types.js';

/** What runs. What the container's tags store is declared by services of their own. */
export const tag = {
  id: 'gtm',
  category: 'analytics',
  script: 'https://www.googletagmanager.com/gtm.js?id=',
  api: 'gtm',
} as const satisfies Tag;

/**
 * Loading the container needs consent: VG Hannover, 19 March 2025, 10 A 5385/22 (section 25 TTDSG, now TDDDG), found it not
 * strictly necessary. An appeal was lodged.
 */
export const googleTagManager = {
  ...tag,
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
