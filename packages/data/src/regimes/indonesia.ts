import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PDP Law (27/2022) Art. 22: where consent is the basis it is explicit. Other bases exist; whether cookies may rest on them
 * was not read, hence the stricter reading. Children need a parent's consent; up to which age was not read.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'indonesia',
  places: ['ID'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PDP Law (27/2022)',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2024-10',
  languages: ['id'],
};

export const source: Source = {
  urls: [
    'https://securiti.ai/blog/indonesia-personal-data-protection-law-and-consent-requirements',
    'https://siplawfirm.id/resources/legality-cookie-tracking-indonesia',
    'https://flexyconsent.com/blog/indonesia-uu-pdp-cookie-consent-publishers-guide/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
