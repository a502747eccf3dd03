import type { Service, Source } from '../types.js';

/**
 * Site tracking, which links visits with contacts. `ac_enable_tracking` is set by the vendor's own snippet and means that
 * tracking was allowed. `prism_*` is a name seen on sites; no list of the vendor's was found.
 */
export const service = {
  id: 'activecampaign',
  name: 'ActiveCampaign',
  provider: 'ActiveCampaign, LLC',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.activecampaign.com/legal/privacy-policy',
  hosts: ['trackcmp.net', '*.trackcmp.net', '*.app-us1.com'],
  stores: [
    { name: 'ac_enable_tracking', kind: 'cookie', lifetime: [30, 'day'] },
    { name: 'prism_*', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://help.activecampaign.com/hc/en-us/articles/360000872064-Site-tracking-and-the-GDPR',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
