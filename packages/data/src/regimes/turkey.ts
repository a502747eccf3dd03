import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * KVKK with the authority's cookie guide of 2022: explicit consent for what is not strictly necessary. Read in summaries only.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'turkey',
  places: ['TR'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'KVKK (Law 6698)',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  authority: { name: 'Kişisel Verileri Koruma Kurumu', url: 'https://www.kvkk.gov.tr/' },
  languages: ['tr'],
};

export const source: Source = {
  urls: [
    'https://www.mondaq.com/turkey/data-protection/1730358/kvkk-%C3%87erez-rehberi-uyar%C4%B1nca-web-siteleri-%C4%B0%C3%A7in-uyum-yol-haritas%C4%B1',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
