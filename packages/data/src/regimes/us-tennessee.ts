import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Silent about Global Privacy Control. A child's data are sensitive, and need what COPPA wants.
 */
export const regime = {
  id: 'us-tennessee',
  places: ['US-TN'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Tennessee Information Protection Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'honour',
  inForce: '2025-07',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Tennessee', url: 'https://www.tn.gov/attorneygeneral/' },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
