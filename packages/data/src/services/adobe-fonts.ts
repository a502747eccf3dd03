import type { Service, Source } from '../types.js';

/**
 * It sets no cookies, but tells Adobe which site shows which fonts, to count and pay for them. It receives the visitor's IP
 * address and says that it does not keep it.
 */
export const service = {
  id: 'adobe-fonts',
  name: 'Adobe Fonts',
  provider: 'Adobe Inc.',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://www.adobe.com/privacy/policy.html',
  hosts: ['*.typekit.net', '*.typekit.com'],
  stores: [],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://adobe.com/privacy/policies/typekit.html',
    'https://www.adobe.com/se/privacy/policies/adobe-fonts.html',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
