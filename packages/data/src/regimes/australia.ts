import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * Privacy Act 1988. No law about cookies; notice is needed where data are about a person, and consent where they are
 * sensitive. How far that reaches is uncertain, hence the stricter reading.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'australia',
  places: ['AU'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Privacy Act 1988',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  authority: { name: 'Office of the Australian Information Commissioner', url: 'https://www.oaic.gov.au/' },
};

export const source: Source = {
  urls: [
    'https://twobirds.com/en/trending-topics/global-cookie-review/australia',
    'https://securiti.ai/blog/cookie-consent-requirements-in-australia',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
