import type { Service, Source, TagFacts } from '../types.js';

/**
 * The shop's platform, which asks its own scripts and the apps of the shop to wait for what the visitor has allowed. It hears every
 * category, so it is declared as necessary, for its own cookies: what it may do with the rest is the answer that it is told. The cookies
 * that Shopify sets after a yes are not listed here: its policy has the current list.
 */
export const service = {
  id: 'shopify',
  name: 'Shopify',
  provider: 'Shopify Inc.',
  country: 'CA',
  category: 'necessary',
  policyUrl: 'https://www.shopify.com/legal/cookies',
} as const satisfies Service;

export const tag: TagFacts = {
  api: 'shopify',
  early: false,
};

export const source: Source = {
  urls: ['https://shopify.dev/docs/api/customer-privacy'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
