import type { Service, Source } from '../types.js';

/**
 * Read in version 3 of Mapbox GL JS, which also sends usage to events.mapbox.com with an id that it keeps in localStorage; the
 * cache holds tiles.
 */
export const service = {
  id: 'mapbox',
  name: 'Mapbox',
  provider: 'Mapbox, Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.mapbox.com/legal/privacy',
  hosts: ['*.mapbox.com'],
  stores: [
    { name: 'mapbox.eventData*', kind: 'localStorage', lifetime: 'persistent' },
    { name: 'mapbox-tiles', kind: 'cacheStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://github.com/mapbox/mapbox-gl-js',
    'https://www.consentstack.io/vendors/mapbox',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
