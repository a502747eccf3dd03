import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured; sources name 1 October 2025 and 1 April 2026. No sale and no targeted advertising
 * below the age of 18; no sale of sensitive data at all.
 */
export const regime = {
  id: 'us-maryland',
  places: ['US-MD'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Maryland Online Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2025-10',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 18, rule: 'no-targeting', categories: ['marketing'] }],
  authority: { name: 'Attorney General of Maryland', url: 'https://www.marylandattorneygeneral.gov/' },
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
