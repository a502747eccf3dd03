import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Cookie Order (1148/2011) with the GDPR. Consent is asked for each purpose apart, and the authority looks in 2026 at whether
 * visitors can really say no.
 *
 * No term is fixed. Six months follow the neighbours. The age of 15, formerly 13, was not read.
 */
export const regime = {
  id: 'denmark',
  places: ['DK'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Danish Cookie Order (1148/2011) and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 15, rule: 'parent-consents' }],
  authority: { name: 'Datatilsynet', url: 'https://www.datatilsynet.dk/' },
};

export const source: Source = {
  urls: [
    'https://www.twobirds.com/en/trending-topics/global-cookie-review/denmark',
    'https://www.activemind.legal/law/dk-cookies/',
    'https://cookieinformation.com/blog/denmark-cookie-consent-2026',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
