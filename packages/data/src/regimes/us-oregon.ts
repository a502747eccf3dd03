import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2026. Since that day there is no sale and no targeted advertising
 * below the age of 16.
 */
export const regime = {
  id: 'us-oregon',
  places: ['US-OR'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Oregon Consumer Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2024-07',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 16, rule: 'no-targeting', categories: ['marketing'] }],
  authority: {
    name: 'Oregon Department of Justice',
    url: 'https://www.doj.state.or.us/consumer-protection/id-theft-data-breaches/privacy/',
  },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
    'https://www.venable.com/insights/publications/2025/11/states-shine-spotlight-on-child-and-teen-privacy',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
