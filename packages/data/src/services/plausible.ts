import type { Service, Source } from '../types.js';

/**
 * Stores nothing: the script only reads `plausible_ignore`, which a visitor sets by hand. A page view is sent as soon as the
 * script loads. A site that runs Plausible itself, or behind a host of its own, adds that host.
 */
export const service = {
  id: 'plausible',
  name: 'Plausible Analytics',
  provider: 'Plausible Insights OÜ',
  country: 'EE',
  category: 'analytics',
  policyUrl: 'https://plausible.io/privacy',
  hosts: ['plausible.io'],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://plausible.io/data-policy', 'https://github.com/plausible/analytics'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
