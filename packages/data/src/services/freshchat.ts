import type { Service, Source } from '../types.js';

/**
 * What the widget stores on a site was found in no source that can be relied on, so it has no list here: an owner has to look in
 * a browser and declare it. The vendor's page lists the cookies of its own hosts, which are third-party.
 */
export const service = {
  id: 'freshchat',
  name: 'Freshchat',
  provider: 'Freshworks Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.freshworks.com/privacy/',
  hosts: ['*.freshchat.com', '*.freshworksapi.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://support.freshchat.com/en/support/solutions/articles/50000002310-freshchat-cookies',
    'https://www.consentstack.io/vendors/freshworks',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
