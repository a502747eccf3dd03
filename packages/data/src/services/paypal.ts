import type { Service, Source } from '../types.js';

/**
 * Necessary on the page where the visitor pays; messages about paying later and buttons elsewhere are not. Cookies of paypal.com
 * are third-party and stay. PayPal's pages do not list these entries: they were seen in public code.
 */
export const service = {
  id: 'paypal',
  name: 'PayPal',
  provider: 'PayPal, Inc.',
  country: 'US',
  category: 'necessary',
  policyUrl: 'https://www.paypal.com/us/legalhub/paypal/privacy-full',
  hosts: ['*.paypal.com', '*.paypalobjects.com'],
  stores: [
    { name: '__paypal_storage__*', kind: 'localStorage', lifetime: 'persistent' },
    { name: '__paypal_storage__*', kind: 'sessionStorage', lifetime: 'session' },
    { name: '__belter_experiment_storage__', kind: 'localStorage', lifetime: 'persistent' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://www.consentstack.io/vendors/paypal',
    'https://kukie.io/blog/payment-gateway-cookies-compliance',
    'https://www.xoom.com/privacy?locale=en-US',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
