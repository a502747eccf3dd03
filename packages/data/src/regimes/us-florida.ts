import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * For companies with more than a billion dollars of revenue, and of certain kinds only. Silent about Global Privacy Control.
 */
export const regime = {
  id: 'us-florida',
  places: ['US-FL'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Florida Digital Bill of Rights',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'honour',
  inForce: '2024-07-01',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Florida', url: 'https://www.myfloridalegal.com/' },
};

export const source: Source = {
  urls: [
    'https://www.privacyworld.blog/2023/06/floridas-consumer-privacy-law-signed-by-the-governor/',
    'https://www.datagrail.io/resources/interactive/data-privacy-laws-by-state/florida/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
