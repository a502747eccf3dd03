import type { Service, Source } from '../types.js';

/**
 * The Munchkin tracking code sets its cookie and sends a page visit as soon as it loads. The lifetime is the default, which the
 * page can change.
 */
export const service = {
  id: 'marketo',
  name: 'Marketo Engage',
  provider: 'Adobe',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.adobe.com/privacy/policy.html',
  hosts: ['munchkin.marketo.net', '*.mktoresp.com'],
  stores: [{ name: '_mkto_trk', kind: 'cookie', lifetime: [2, 'year'] }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/javascriptapi/leadtracking/lead-tracking',
    'https://www.consentstack.io/vendors/adobe-marketo-engage',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
