import type { Service, Source } from '../types.js';

/**
 * The script of a connected site. What it stores depends on the features in use, and no list of the vendor's was found; the
 * names below, of the pop-up form and of the shop plugin, are those seen on sites. An embedded form without the script needs no
 * service.
 */
export const service = {
  id: 'mailchimp',
  name: 'Mailchimp',
  provider: 'Intuit',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.intuit.com/privacy/statement/',
  hosts: ['*.chimpstatic.com', '*.list-manage.com', '*.mailchimp.com'],
  stores: [
    { name: 'MCPopupClosed', kind: 'cookie', lifetime: 'unknown' },
    { name: 'MCPopupSubscribed', kind: 'cookie', lifetime: 'unknown' },
    { name: 'mailchimp_landing_site', kind: 'cookie', lifetime: 'unknown' },
  ],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://mailchimp.com/help/mailchimp-site-tracking-pixel-integration-guidance',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
