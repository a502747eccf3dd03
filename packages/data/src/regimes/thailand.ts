import type { Regime, Source } from '../types.js';

/**
 * PDPA s. 19: explicit consent, asked apart from other text, as easy to withdraw as to give.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const thailand = {
  id: 'thailand',
  places: ['TH'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://securiti.ai/blog/consent-requirements-under-thailands-data-protection-framework/',
    'https://cookiebeam.com/guides/thailand-pdpa-cookie-consent-2026',
  ],
  reviewedOn: '2026-11-21',
};
