import type { Contract } from '../contract.js';

// It hears every category. In the tests `analytics` is what is granted and withdrawn.
const shopify = (analytics: boolean) => [
  'Shopify.customerPrivacy.setTrackingConsent',
  { analytics, marketing: false, preferences: false, sale_of_data: false },
  '() => …',
];

export const contract: Contract = {
  globals: ['Shopify'],
  brought: [shopify(true)],
  withdrawn: [shopify(false)],
  again: [shopify(true)],
};
