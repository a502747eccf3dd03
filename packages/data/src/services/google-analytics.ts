import type { Service, Source } from '../types.js';

/** What runs and what it leaves behind. Both cookies ask for 24 months and are renewed at every visit. */
export const tag = {
  id: 'ga4',
  category: 'analytics',
  stores: [
    { name: '_ga', kind: 'cookie', lifetime: [24, 'month'] },
    { name: '_ga_*', kind: 'cookie', lifetime: [24, 'month'] },
  ],
  script: 'https://www.googletagmanager.com/gtag/js?id=',
  api: 'gtag',
  optOutFlag: 'ga-disable-',
} as const satisfies Partial<Service>;

/** A property linked to Google Ads sets further cookies, which belong to a service of their own. */
export const googleAnalytics = {
  ...tag,
  name: 'Google Analytics 4',
  provider: 'Google',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.google.com/analytics/answer/11397207',
    'https://developers.google.com/tag-platform/security/guides/consent',
    'https://developers.google.com/tag-platform/security/guides/csp',
  ],
  reviewedOn: '2026-11-21',
};
