import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * DPDP Act 2023 with the Rules of November 2025: consent after an itemised notice that stands alone. The main duties start in
 * May 2027; it is silent on cookies as such. Treated as in force. Children are not to be tracked, nor shown targeted
 * advertising.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'india',
  places: ['IN'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Digital Personal Data Protection Act 2023',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2027-05',
  minors: [
    { under: 18, rule: 'no-targeting', categories: ['analytics', 'marketing'] },
    { under: 18, rule: 'parent-consents' },
  ],
};

export const source: Source = {
  urls: [
    'https://www.business-standard.com/amp/industry/news/dpdp-act-rules-notified-digital-personal-data-protection-operationalised-125111400811_1.html',
    'https://www.lidings.com/media/legalupdates/DPDPA',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
