import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2025. Teens up to 15 have to agree to sale and targeted
 * advertising.
 */
export const regime = {
  id: 'us-montana',
  places: ['US-MT'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Montana Consumer Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2024-10',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 16, rule: 'own-consent', categories: ['marketing'] }],
  authority: { name: 'Attorney General of Montana', url: 'https://dojmt.gov/' },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
    'https://www.privacyworld.blog/2024/06/trending-teens-data-subject-to-heightened-restrictions-under-ten-and-counting-state-privacy-laws/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
