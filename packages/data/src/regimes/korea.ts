import type { Regime, Source } from '../types.js';

/**
 * PIPA. One source sees no cookie consent, another sees opt-in, and behavioural advertising without consent was fined in
 * 2022. Low confidence, hence the stricter reading.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const korea = {
  id: 'korea',
  places: ['KR'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://twobirds.com/en/trending-topics/global-cookie-review/south-korea',
    'https://cookiebeam.com/guides/south-korea-pipa-cookie-consent-2026',
  ],
  reviewedOn: '2026-11-21',
};
