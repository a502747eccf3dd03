import type { Service, Source } from '../types.js';

/**
 * The vendor says that the script sets no cookies. A page view is sent as soon as it loads. A site that uses a domain of its
 * own for the script adds that host.
 */
export const service = {
  id: 'simple-analytics',
  name: 'Simple Analytics',
  provider: 'Simple Analytics B.V.',
  country: 'NL',
  category: 'analytics',
  policyUrl: 'https://www.simpleanalytics.com/privacy-policy',
  hosts: ['scripts.simpleanalyticscdn.com', 'queue.simpleanalyticscdn.com'],
} as const satisfies Service;

export const source: Source = {
  urls: ['https://docs.simpleanalytics.com/csp', 'https://docs.simpleanalytics.com/script'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
