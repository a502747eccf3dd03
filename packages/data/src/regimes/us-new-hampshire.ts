import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2025. Teens up to 15 have to agree to sale and targeted
 * advertising.
 */
export const regime = {
  id: 'us-new-hampshire',
  places: ['US-NH'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'New Hampshire Privacy Act (RSA 507-H)',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2025-01',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 16, rule: 'own-consent', categories: ['marketing'] }],
  authority: { name: 'Attorney General of New Hampshire', url: 'https://www.doj.nh.gov/' },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
    'https://www.globalpolicywatch.com/author/jzhang/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
