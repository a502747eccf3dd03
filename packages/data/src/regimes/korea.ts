import type { Law, Regime, Source } from '../types.js';
import { twelveMonths } from './shared.js';

/**
 * PIPA. One source sees no cookie consent, another sees opt-in, and behavioural advertising without consent was fined in 2022.
 * Hence the stricter reading.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'korea',
  places: ['KR'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PIPA',
  model: 'opt-in',
  firstLayer: ['accept', 'reject'],
  gpc: 'honour',
  minors: [{ under: 14, rule: 'parent-consents' }],
  authority: { name: 'Personal Information Protection Commission', url: 'https://www.pipc.go.kr/' },
};

export const source: Source = {
  urls: [
    'https://twobirds.com/en/trending-topics/global-cookie-review/south-korea',
    'https://cookiebeam.com/guides/south-korea-pipa-cookie-consent-2026',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
