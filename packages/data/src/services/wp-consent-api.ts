import type { Service, Source, TagFacts } from '../types.js';

/**
 * Tells the other plugins of a WordPress site what the visitor has allowed. It hears every category, so it is declared as necessary. Its
 * cookies `wp_consent_*`, 30 days, hold the answer itself: a withdrawal must not erase them.
 */
export const service = {
  id: 'wp-consent-api',
  name: 'WP Consent API',
  provider: 'WordPress',
  category: 'necessary',
  policyUrl: 'https://wordpress.org/about/privacy/',
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'wordpress',
  early: false,
};

export const source: Source = {
  urls: ['https://github.com/WordPress/wp-consent-level-api'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
