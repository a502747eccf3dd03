import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 31 July 2025. What the law wants for teens was not read.
 */
export const regime = {
  id: 'us-minnesota',
  places: ['US-MN'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Minnesota Consumer Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2025-07',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Minnesota', url: 'https://www.ag.state.mn.us/' },
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
