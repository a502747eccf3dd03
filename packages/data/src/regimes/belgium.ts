import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * ePrivacy Directive Art. 5(3) with the GDPR, as the Belgian authority reads them: a button to refuse beside the one to accept
 * (checklist of 2023, decision 113/2024), and the right to withdraw told with the question.
 *
 * Six months is said to be the authority's practice, which was not read.
 */
export const regime = {
  id: 'belgium',
  places: ['BE'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'ePrivacy Directive Art. 5(3) and GDPR, with the practice of the Belgian authority',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 13, rule: 'parent-consents' }],
  authority: { name: 'Autorité de protection des données', url: 'https://www.autoriteprotectiondonnees.be/' },
};

export const source: Source = {
  urls: [
    'https://autoriteprotectiondonnees.be/professionnel/themes/internet/cookies',
    'https://le-tribunal.be/lutilisation-des-cookies-un-apercu-m-franklin',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
