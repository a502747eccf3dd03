import type { Regime, Source } from '../types.js';

/**
 * PECR reg. 6 with the UK GDPR. Since 5 February 2026 statistics and appearance may run with notice and an off switch;
 * Google Analytics is not thought to qualify, so everything asks first.
 *
 * No term is fixed. Both clocks are the twelve months GOV.UK keeps a choice.
 */
export const uk = {
  id: 'uk',
  places: ['GB'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.insideprivacy.com/?p=16219',
    'https://marketinglaw.osborneclarke.com/advertising-regulation/new-exceptions-explained-in-ico-final-guidance-on-storage-and-access-technologies-could-online-advertising-be-next/',
  ],
  reviewedOn: '2026-11-21',
};
