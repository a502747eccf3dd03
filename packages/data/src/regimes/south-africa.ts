import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * POPIA has no cookie rule and knows legitimate interest, but the regulator's note of December 2024 counts cookies as
 * electronic direct marketing, which needs consent (s. 69). One model covers all purposes, hence the stricter one. The buttons
 * are ours.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'south-africa',
  places: ['ZA'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'POPIA',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 18, rule: 'parent-consents' }],
  authority: { name: 'Information Regulator', url: 'https://inforegulator.org.za/' },
};

export const source: Source = {
  urls: [
    'https://cliffedekkerhofmeyr.com/news/publications/2025/Sectors/Technology-Communications/Technology-and-Communications-Alert-29-january-Navigating-the-Information-Regulators-guidance-note-on-direct-marketing',
    'https://worldservicesgroup.com/publications.asp?action=article&artid=29278',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
