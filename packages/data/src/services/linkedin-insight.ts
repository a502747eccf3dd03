import type { Service, Source, TagFacts } from '../types.js';

/**
 * It has no consent call for pages: do not load it before a yes. `li_fat_id` comes from the address that an ad leads to. `bcookie`, `lidc`,
 * `li_sugr`, `li_gc`, `UserMatchHistory` and `AnalyticsSyncHistory` are third-party cookies of LinkedIn: the page cannot remove them. In the EEA
 * and Switzerland LinkedIn Ireland Unlimited Company is the controller.
 */
export const service = {
  id: 'linkedin-insight',
  name: 'LinkedIn Insight Tag',
  provider: 'LinkedIn Corporation',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.linkedin.com/legal/privacy-policy',
  hosts: ['snap.licdn.com', '*.ads.linkedin.com', 'www.linkedin.com'],
  stores: [
    { name: 'li_fat_id', kind: 'cookie', lifetime: [30, 'day'] },
    { name: 'li_adsId', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const script = 'https://snap.licdn.com/li.lms-analytics/insight.min.js';

export const tag: TagFacts = {
  api: 'linkedin',
  early: false,
  id: { pattern: /^\d{4,12}$/, example: '1234567' },
};

export const source: Source = {
  urls: [
    'https://www.linkedin.com/legal/l/cookie-table',
    'https://kukie.io/blog/linkedin-insight-tag-gdpr',
    'https://www.consentstack.io/vendors/linkedin',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
