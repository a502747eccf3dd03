import type { Regime, Source } from '../types.js';

/** ePrivacy Directive Art. 5(3) with the GDPR. Both clocks follow CNIL's six months. */
export const gdpr = {
  id: 'gdpr',
  places: [],
  model: 'opt-in',
  grantMaxAgeDays: 182,
  refusalCooldownDays: 182,
} as const satisfies Regime;

export const source: Source = { urls: ['https://www.cnil.fr/fr/node/167364'], reviewedOn: '2026-11-21' };
