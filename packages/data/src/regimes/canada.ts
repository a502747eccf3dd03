import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * PIPEDA. The federal authority accepts opt-out for online advertising only if the visitor was told clearly, and not just in a
 * privacy policy, before it starts. Asking first is the one way to be sure of that. The buttons are ours.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'canada',
  places: ['CA'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'PIPEDA',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  authority: { name: 'Office of the Privacy Commissioner of Canada', url: 'https://www.priv.gc.ca/' },
};

export const source: Source = {
  urls: [
    'https://www.osler.com/en/resources/business-in-canada/browse-topics/personal-information/online-behavioural-targeted-advertising',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
