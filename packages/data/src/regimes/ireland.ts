import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * ePrivacy Regulations 2011 (S.I. 336 of 2011) reg. 5 with the GDPR. Accepting and rejecting have equal prominence.
 *
 * The Data Protection Commission wants consent asked for again after six months.
 */
export const regime = {
  id: 'ireland',
  places: ['IE'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'ePrivacy Regulations 2011 reg. 5 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 16, rule: 'parent-consents' }],
  authority: { name: 'Data Protection Commission', url: 'https://www.dataprotection.ie/' },
};

export const source: Source = {
  urls: [
    'https://mmcloughlinsolicitors.com/it-is-time-to-get-your-cookies-compliant-in-ireland/',
    'https://blog.didomi.io/irish-dpc-cookie-consent-regulation',
    'https://support.didomi.io/legal-particularities-on-consent-in-different-countries',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
