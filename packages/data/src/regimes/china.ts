import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PIPL. It does not speak of cookies, but consent is the expected basis, and data of children under 14 are sensitive. Read in
 * vendors' guides only.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'china',
  places: ['CN'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PIPL',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2021-11-01',
  minors: [{ under: 14, rule: 'parent-consents' }],
  authority: { name: 'Cyberspace Administration of China', url: 'https://www.cac.gov.cn/' },
  languages: ['zh-Hans'],
};

export const source: Source = {
  urls: [
    'https://flexyconsent.com/blog/pipl-china-data-privacy-cookie-consent/',
    'https://www.consentstack.io/regulations/jurisdiction/china',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
