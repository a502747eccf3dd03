import type { Law, Regime, Source } from '../types.js';
import { COPPA, twelveMonths } from './shared.js';

/**
 * The rest of the United States: no general privacy law, federal or of the state. A site still has to do what it says, and
 * honours Global Privacy Control, which is the simplest safe rule.
 *
 * No term exists. Both clocks follow California.
 */
export const regime = {
  id: 'us',
  places: ['US'],
  rules: { others: 'exempt' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'No general privacy law; COPPA for children',
  model: 'none',
  firstLayer: [],
  gpc: 'honour',
  minors: [COPPA],
  authority: { name: 'Federal Trade Commission', url: 'https://www.ftc.gov/' },
};

export const source: Source = {
  urls: ['https://consentstack.io/blog/us-state-privacy-laws'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
