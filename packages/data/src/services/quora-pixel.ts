import type { Service, Source } from '../types.js';

/**
 * It has no consent call that a source names, and the picture in `<noscript>` asks nobody: do not load it before a yes. Quora says that it collects
 * ids of cookies; those of quora.com are third-party, and the page cannot remove them. No source lists entries of the site's own storage.
 */
export const service = {
  id: 'quora-pixel',
  name: 'Quora Pixel',
  provider: 'Quora, Inc.',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.quora.com/about/privacy',
  hosts: ['a.quora.com', 'q.quora.com'],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.quora.com/about/pixel_privacy',
    'https://www.rudderstack.com/docs/destinations/streaming-destinations/quora-pixel/index.md',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
