import type { Service, Source } from '../types.js';

/**
 * Also named Marketing Cloud Account Engagement. Newer accounts track through a host of the site's own, which the owner adds;
 * older ones set third-party cookies, which no page can remove. `pi_opt_in*` is not listed: it records a refusal.
 */
export const service = {
  id: 'pardot',
  name: 'Salesforce Account Engagement (Pardot)',
  provider: 'Salesforce',
  country: 'US',
  category: 'marketing',
  policyUrl: 'https://www.salesforce.com/company/legal/privacy/',
  hosts: ['*.pardot.com'],
  // As in a copy of the vendor's list; others name two years.
  stores: [{ name: 'visitor_id*', kind: 'cookie', lifetime: [1, 'year'] }],
} as const satisfies Service;

export const source: Source = {
  urls: [
    'https://developer.salesforce.com/docs/marketing/pardot/guide/tracking-and-consent-functions.html',
    'https://makino.eu/en-us/privacy-policy/cookies-information',
    'https://github.com/patrickhulce/third-party-web',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
