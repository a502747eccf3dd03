import type { Service, Source } from '../types.js';

/**
 * Necessary on the page where the visitor pays. Stripe advises sites to load it on every page, to watch for fraud: what that
 * does elsewhere is not needed for the payment, so load it there alone. It may load hCaptcha, and sets cookies of its own hosts,
 * which are third-party and stay. Stripe's pages do not list the names.
 */
export const service = {
  id: 'stripe',
  name: 'Stripe',
  provider: 'Stripe, Inc.',
  country: 'US',
  category: 'necessary',
  policyUrl: 'https://stripe.com/privacy',
  hosts: ['*.stripe.com', '*.stripe.network', '*.hcaptcha.com'],
  stores: [
    { name: '__stripe_mid', kind: 'cookie', lifetime: [1, 'year'] },
    { name: '__stripe_sid', kind: 'cookie', lifetime: [30, 'minute'] },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://docs.stripe.com/js/appendix/cookies.md',
    'https://docs.stripe.com/disputes/prevention/advanced-fraud-detection.md',
    'https://docs.stripe.com/js/including.md',
    'https://kukie.io/blog/payment-gateway-cookies-compliance',
    'https://www.captaincompliance.com/education/__stripe_sid/',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
