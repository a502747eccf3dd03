import type { Regime, Source } from '../types.js';

/**
 * POPIA has no cookie rule and knows legitimate interest, but the regulator's note of December 2024 counts cookies as
 * electronic direct marketing, which needs consent (s. 69). One model covers all purposes, hence the stricter one.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const southAfrica = {
  id: 'south-africa',
  places: ['ZA'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://cliffedekkerhofmeyr.com/news/publications/2025/Sectors/Technology-Communications/Technology-and-Communications-Alert-29-january-Navigating-the-Information-Regulators-guidance-note-on-direct-marketing',
    'https://worldservicesgroup.com/publications.asp?action=article&artid=29278',
  ],
  reviewedOn: '2026-11-21',
};
