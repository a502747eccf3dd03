import type { Regime, Source } from '../types.js';

/**
 * The rest of the United States: no general privacy law, federal or of the state. A site still has to do what it says.
 *
 * No term exists. Both clocks follow California.
 */
export const us = {
  id: 'us',
  places: ['US'],
  rules: { others: 'exempt' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: ['https://consentstack.io/blog/us-state-privacy-laws'],
  reviewedOn: '2026-11-21',
};
