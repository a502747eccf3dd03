import type { Service, Source } from '../types.js';

/**
 * The vendor says that the script sets no cookies. A page view, with IP address and user agent, is sent to servers in the
 * United States as soon as it loads.
 */
export const service = {
  id: 'fathom',
  name: 'Fathom Analytics',
  provider: 'Conva Ventures Inc.',
  country: 'CA',
  category: 'analytics',
  policyUrl: 'https://usefathom.com/privacy',
  hosts: ['*.usefathom.com'],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://usefathom.com/data', 'https://github.com/patrickhulce/third-party-web'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
