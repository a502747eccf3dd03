import type { Regime, Source } from '../types.js';

/**
 * KVKK with the authority's cookie guide of 2022: explicit consent for what is not strictly necessary. Read in
 * summaries only.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const turkey = {
  id: 'turkey',
  places: ['TR'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.mondaq.com/turkey/data-protection/1730358/kvkk-%C3%87erez-rehberi-uyar%C4%B1nca-web-siteleri-%C4%B0%C3%A7in-uyum-yol-haritas%C4%B1',
  ],
  reviewedOn: '2026-11-21',
};
