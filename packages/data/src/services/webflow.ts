import type { Service, Source, TagFacts } from '../types.js';

/**
 * Webflow Analyze and Optimize, which Webflow puts into the pages of a site itself: only its switch keeps them from tracking. Set its
 * site tracking so that it waits for a yes. No source that was read lists its entries and its hosts.
 */
export const service = {
  id: 'webflow',
  name: 'Webflow Analyze and Optimize',
  provider: 'Webflow, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://webflow.com/legal/privacy',
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'webflow',
  early: false,
};

export const source: Source = {
  urls: ['https://developers.webflow.com/browser/reference/consent-management'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
