import type { Service, Source } from '../types.js';

/**
 * Stores nothing: the script only reads `umami.disabled`, which a visitor sets by hand. A page view is sent as soon as the
 * script loads. A site that runs Umami itself adds its own host.
 */
export const service = {
  id: 'umami',
  name: 'Umami',
  provider: 'Umami Software, Inc.',
  country: 'US',
  category: 'analytics',
  policyUrl: 'https://umami.is/privacy',
  hosts: ['*.umami.is'],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://github.com/umami-software/umami'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
