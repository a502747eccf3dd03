import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2025. An amendment (SB 1295) widened the law from 1 July 2026, for
 * minors as well; what exactly it forbids was not read, hence the stricter reading.
 */
export const regime = {
  id: 'us-connecticut',
  places: ['US-CT'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Connecticut Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2023-07',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 18, rule: 'no-targeting', categories: ['marketing'] }],
  authority: {
    name: 'Attorney General of Connecticut',
    url: 'https://portal.ct.gov/ag/sections/privacy/the-connecticut-data-privacy-act',
  },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
