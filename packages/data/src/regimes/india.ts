import type { Regime, Source } from '../types.js';

/**
 * DPDP Act 2023 with the Rules of November 2025: consent after an itemised notice. The main duties start in May 2027; it
 * is silent on cookies as such. Treated as in force.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const india = {
  id: 'india',
  places: ['IN'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.business-standard.com/amp/industry/news/dpdp-act-rules-notified-digital-personal-data-protection-operationalised-125111400811_1.html',
    'https://www.lidings.com/media/legalupdates/DPDPA',
  ],
  reviewedOn: '2026-11-21',
};
