import type { Regime, Source } from '../types.js';

/**
 * Law 25 s. 8.1: functions that identify, locate or profile are off until the person turns them on. Section 9.1 exempts
 * browser cookies from another duty, so two readings exist. Low confidence, hence the stricter one.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const quebec = {
  id: 'quebec',
  places: ['CA-QC'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: ['https://private-ai.com/2023/09/23/cookies-law25/'],
  reviewedOn: '2026-11-21',
};
