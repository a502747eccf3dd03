import type { Service, ServiceCore, Source, TagFacts } from '../types.js';

/** The part that the core needs: the script, and how the names of its cookies start. */
export const core = {
  id: 'ga4',
  stores: [{ name: '_ga' }],
  optOutFlag: 'ga-disable-',
  script: 'https://www.googletagmanager.com/gtag/js?id=',
  api: 'gtag',
  category: 'analytics',
} as const satisfies ServiceCore;

/** Google Ads and Floodlight use the same script, but are services of their own. */
export const tag: TagFacts = {
  api: 'gtag',
  early: true,
  neverExempt: true,
  id: { pattern: /^GT?-\w+$/, example: 'G-XXXX', others: /^(AW|DC)-\w+$/ },
};

/** A property linked to Google Ads sets further cookies, which belong to a service of their own. */
export const service = {
  ...core,
  // Google sets both for 24 months, and renews them at every visit.
  stores: [
    { name: '_ga', kind: 'cookie', lifetime: [24, 'month'] },
    { name: '_ga_*', kind: 'cookie', lifetime: [24, 'month'] },
  ],
  name: 'Google Analytics 4',
  provider: 'Google',
  policyUrl: 'https://policies.google.com/privacy',
  // The script reads its opt-out flag before each hit.
  stopsLive: true,
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', 'analytics.google.com', '*.analytics.google.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.google.com/analytics/answer/11397207',
    'https://developers.google.com/tag-platform/security/guides/consent',
    'https://developers.google.com/tag-platform/security/guides/csp',
  ],
  reviewedOn: '2026-11-21',
};
