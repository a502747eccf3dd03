import type { Service, Source, TagFacts } from '../types.js';

/**
 * The Amazon Ad Tag. `ad-id` and `ad-privacy` of amazon-adsystem.com are third-party cookies: the page cannot remove them. `amzn_consent`, 28 days,
 * of Amazon's consent script carries the answer itself, so it is not listed. No source lists other entries of the site's own storage.
 */
export const service = {
  id: 'amazon-ads',
  name: 'Amazon Ads',
  provider: 'Amazon Advertising LLC',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.amazon.com/gp/help/customer/display.html?nodeId=468496',
  hosts: ['*.amazon-adsystem.com'],
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'amazon',
  early: false,
};

export const source: Source = {
  urls: [
    'https://docs.tealium.com/client-side-tags/amazon-advertising-tag/',
    'https://www.flowconsent.com/en/services/advertising/amazon-advertising',
    'https://consentstack.io/vendors/amazon-dsp',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
