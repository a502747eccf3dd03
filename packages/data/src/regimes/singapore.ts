import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PDPA 2012. No law about cookies; where they collect personal data consent is needed, which may be implied. How far that
 * reaches is disputed, hence the stricter reading.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'singapore',
  places: ['SG'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PDPA 2012',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  authority: { name: 'Personal Data Protection Commission', url: 'https://www.pdpc.gov.sg/' },
};

export const source: Source = {
  urls: [
    'https://twobirds.com/en/trending-topics/global-cookie-review/singapore',
    'https://marketingagency.sg/ms/cookie-consent-singapore-guide',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
