import type { Service, Source } from '../types.js';

/**
 * Its frame shows advertisements and sets cookies of twitch.tv, which are third-party and stay; it has no mode without them. A
 * site that wants a yes to advertising for it declares it as marketing.
 */
export const service = {
  id: 'twitch',
  name: 'Twitch',
  provider: 'Twitch Interactive, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.twitch.tv/p/legal/privacy-notice/',
  hosts: ['*.twitch.tv'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.consentstack.io/vendors/twitch',
    'https://conductatlas.com/platform/twitch/twitch-privacy-notice/history/',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
