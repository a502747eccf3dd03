import type { Service, Source } from '../types.js';

/**
 * The tracker sets first-party or third-party cookies, as the account is set; no page can remove the latter. The chat widget
 * needs a service of its own.
 */
export const service = {
  id: 'brevo',
  name: 'Brevo',
  provider: 'Sendinblue SAS',
  country: 'FR',
  category: 'marketing',
  policyUrl: 'https://www.brevo.com/legal/privacypolicy/',
  hosts: ['cdn.brevo.com', 'in-automate.brevo.com', 'sibautomation.com'],
  stores: [{ name: 'sib_cuid', kind: 'cookie', lifetime: [6, 'month'] }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developers.brevo.com/docs/getting-started-with-the-brevo-tracker.md',
    'https://developers.brevo.com/docs/tracker-js-implementation',
    'https://help.brevo.com/hc/en-us/articles/4409601214226-Troubleshooting-Implementing-first-party-cookies-on-your-website',
    'https://consentstack.io/vendors/brevo',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
