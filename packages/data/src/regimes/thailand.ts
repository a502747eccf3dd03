import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PDPA s. 19: explicit consent, asked apart from other text, as easy to withdraw as to give, with what a withdrawal leads to.
 * The buttons are practice, not law. A parent consents below the age of 10, and below 20 as well unless the law lets the minor
 * act alone (s. 20); the stricter age holds.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'thailand',
  places: ['TH'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PDPA s. 19',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 20, rule: 'parent-consents' }],
  authority: { name: 'Personal Data Protection Committee', url: 'https://www.pdpc.or.th/' },
  languages: ['th'],
  withdrawalEffect: true,
};

export const source: Source = {
  urls: [
    'https://securiti.ai/blog/consent-requirements-under-thailands-data-protection-framework/',
    'https://cookiebeam.com/guides/thailand-pdpa-cookie-consent-2026',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
