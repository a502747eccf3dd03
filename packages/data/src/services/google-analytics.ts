import type { Service, Source } from '../types.js';

/**
 * Both cookies ask for 24 months and are renewed at every visit. A property linked to Google Ads sets further cookies,
 * which belong to a service of their own.
 */
export const googleAnalytics = {
  id: 'ga4',
  name: 'Google Analytics 4',
  provider: 'Google',
  category: 'analytics',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['www.googletagmanager.com', '*.google-analytics.com', '*.analytics.google.com'],
  stores: [
    { name: '_ga', kind: 'cookie', lifetime: [24, 'month'] },
    { name: '_ga_*', kind: 'cookie', lifetime: [24, 'month'] },
  ],
  script: 'https://www.googletagmanager.com/gtag/js?id=',
  api: 'gtag',
  optOutFlag: 'ga-disable-',
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.google.com/analytics/answer/11397207',
    'https://developers.google.com/tag-platform/security/guides/consent',
    'https://developers.google.com/tag-platform/security/guides/csp',
  ],
  reviewedOn: '2026-11-21',
};
