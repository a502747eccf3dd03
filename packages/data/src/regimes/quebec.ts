import type { Law, Regime, Source } from '../types.js';
import { twelveMonths } from './shared.js';

/**
 * Law 25 s. 8.1: functions that identify, locate or profile are off until the person turns them on. Section 9.1 exempts
 * browser cookies from another duty, so two readings exist. Hence the stricter one. French comes first.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'quebec',
  places: ['CA-QC'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Law 25 s. 8.1',
  model: 'opt-in',
  firstLayer: ['accept', 'reject'],
  gpc: 'honour',
  minors: [{ under: 14, rule: 'parent-consents' }],
  authority: { name: "Commission d'accès à l'information", url: 'https://www.cai.gouv.qc.ca/' },
  languages: ['fr'],
};

export const source: Source = {
  urls: ['https://private-ai.com/2023/09/23/cookies-law25/'],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
