import type { Service, Source } from '../types.js';

/**
 * Tiles set no cookies, but each request tells the foundation, and the network Fastly that serves them, the visitor's IP address
 * and the page. The foundation is a controller of its own and signs no agreement.
 */
export const service = {
  id: 'openstreetmap',
  name: 'OpenStreetMap',
  provider: 'OpenStreetMap Foundation',
  country: 'GB',
  category: 'functional',
  policyUrl: 'https://osmfoundation.org/wiki/Privacy_Policy',
  hosts: ['*.openstreetmap.org'],
  stores: [],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://osmfoundation.org/wiki/Services_and_tile_users_privacy_FAQ',
    'https://law-innovation-tech.notion.site/OpenStreetMap-OSM-Embedding-364a5962dbd0809bb7e7d209af442f96',
    'https://consentstack.io/vendors/openstreetmap',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
