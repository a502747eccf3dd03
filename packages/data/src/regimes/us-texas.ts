import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2025. Who sells sensitive or biometric data says so in fixed words
 * (s. 541.102).
 */
export const regime = {
  id: 'us-texas',
  places: ['US-TX'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Texas Data Privacy and Security Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2024-07',
  links: OBJECTION_LINK,
  notices: [
    { text: 'NOTICE: We may sell your sensitive personal data.', sells: 'sensitive' },
    { text: 'NOTICE: We may sell your biometric personal data.', sells: 'biometric' },
  ],
  minors: [COPPA],
  authority: { name: 'Attorney General of Texas', url: 'https://www.texasattorneygeneral.gov/' },
};

export const source: Source = {
  urls: [
    'https://lexace.ai/us/statute/texas/541.102',
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
