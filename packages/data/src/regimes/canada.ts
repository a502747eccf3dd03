import type { Regime, Source } from '../types.js';

/**
 * PIPEDA. The federal authority accepts opt-out for online advertising only if the visitor was told clearly, and not just
 * in a privacy policy, before it starts. Asking first is the one way to be sure of that.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const canada = {
  id: 'canada',
  places: ['CA'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.osler.com/en/resources/business-in-canada/browse-topics/personal-information/online-behavioural-targeted-advertising',
  ],
  reviewedOn: '2026-11-21',
};
