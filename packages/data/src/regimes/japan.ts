import type { Regime, Source } from '../types.js';

/**
 * Telecommunications Business Act Art. 27-12: publish what is sent, to whom and why, or offer an opt-out. A recipient
 * who ties the data to a person needs consent (APPI Art. 31), which a site has to ask for itself.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const japan = {
  id: 'japan',
  places: ['JP'],
  rules: { others: 'inform' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://inplp.com/latest-news/article/new-cookie-regulations-in-japan-amendment-of-telecommunications-business-act/',
    'https://iapp.org/news/a/japan-to-enact-external-data-transmission-rule-of-amended-telecommunications-business-act',
  ],
  reviewedOn: '2026-11-21',
};
