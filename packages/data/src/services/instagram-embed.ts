import type { Service, Source } from '../types.js';

/**
 * Posts. Meta recognises visitors by cookies of instagram.com, which are third-party and stay; it has no mode without them. In
 * the EU the controller is Meta Platforms Ireland Limited. A site that wants a yes to advertising for it declares it as
 * marketing.
 */
export const service = {
  id: 'instagram-embed',
  name: 'Instagram posts',
  provider: 'Meta Platforms, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://privacycenter.instagram.com/policy',
  hosts: ['*.instagram.com', '*.cdninstagram.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://law-innovation-tech.notion.site/Instagram-37ca5962dbd080dab231db4868241e7d',
    'https://www.flowconsent.com/en/services/social-media/instagram-embed',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
