import type { Law, Regime, Source } from '../types.js';
import { twelveMonths } from './shared.js';

/**
 * Telecommunications Business Act Art. 27-12: publish what is sent, to whom and why, or offer an opt-out. A recipient who ties
 * the data to a person needs consent (APPI Art. 31), which a site has to ask for itself. A bill with rules for minors was
 * before the Diet in April 2026.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'japan',
  places: ['JP'],
  rules: { others: 'inform' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Telecommunications Business Act Art. 27-12 and APPI Art. 31',
  model: 'notice',
  inForce: '2023-06-16',
  firstLayer: [],
  gpc: 'honour',
  authority: { name: 'Personal Information Protection Commission', url: 'https://www.ppc.go.jp/en/' },
};

export const source: Source = {
  urls: [
    'https://inplp.com/latest-news/article/new-cookie-regulations-in-japan-amendment-of-telecommunications-business-act/',
    'https://iapp.org/news/a/japan-to-enact-external-data-transmission-rule-of-amended-telecommunications-business-act',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
