import type { Service, Source } from '../types.js';

/**
 * It stores nothing, but sends the page's address and times of loading. For a site behind Cloudflare's proxy Cloudflare itself
 * adds the script to the page, so that nothing here can hold it back: choose the manual snippet there.
 */
export const service = {
  id: 'cloudflare-web-analytics',
  name: 'Cloudflare Web Analytics',
  provider: 'Cloudflare, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://www.cloudflare.com/privacypolicy/',
  hosts: ['static.cloudflareinsights.com', 'cloudflareinsights.com'],
  stores: [],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.ctrl.blog/entry/review-cloudflare-analytics.html',
    'https://www.consentstack.io/vendors/cloudflare-web-analytics',
    'https://c15t.com/docs/integrations/cloudflare-web-analytics',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
