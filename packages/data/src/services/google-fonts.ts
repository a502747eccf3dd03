import type { Service, Source } from '../types.js';

/**
 * It stores nothing and sets no cookies, but each request tells Google the visitor's IP address and the page. LG München I,
 * January 2022, 3 O 17493/20, awarded damages for that without consent. Fonts from the site's own host need no service at all.
 */
export const service = {
  id: 'google-fonts',
  name: 'Google Fonts',
  provider: 'Google',
  country: 'US',
  category: 'functional',
  policyUrl: 'https://policies.google.com/privacy',
  hosts: ['fonts.googleapis.com', 'fonts.gstatic.com'],
  stores: [],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developers.google.com/fonts/faq/privacy',
    'https://www.flowconsent.com/en/services/cdn/google-font-api',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
