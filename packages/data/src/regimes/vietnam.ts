import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * Personal Data Protection Law (91/2025/QH15): consent by a clear act. Read in vendors' guides only.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'vietnam',
  places: ['VN'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Personal Data Protection Law (91/2025/QH15)',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2026-01-01',
  languages: ['vi'],
};

export const source: Source = {
  urls: [
    'https://www.recordinglaw.com/world-laws/world-data-privacy-laws/vietnam-data-privacy-laws/',
    'https://flexyconsent.com/blog/vietnam-pdpd-cookie-consent-guide/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
