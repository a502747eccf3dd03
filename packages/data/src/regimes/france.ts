import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Data Protection Act Art. 82 with the GDPR. Refusing has to be as simple as accepting, and silence is a refusal. The
 * measurement of a site's own audience needs no consent if it meets CNIL's conditions; Google Analytics does not in practice.
 *
 * CNIL recommends six months for a yes and a no alike.
 */
export const regime = {
  id: 'france',
  places: ['FR'],
  rules: { others: 'ask' },
  exemptions: { 'audience-measurement': 'exempt' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'French Data Protection Act Art. 82 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 15, rule: 'parent-consents' }],
  authority: { name: "Commission nationale de l'informatique et des libertés", url: 'https://www.cnil.fr/' },
  conditions: {
    'audience-measurement': [
      'The only purpose is to measure the audience of this site, for its publisher alone.',
      'The data lead to anonymous statistics only.',
      'The data are not combined with other data, and nothing that is not anonymous goes to others.',
      'Nobody is followed across other sites or apps.',
      'Visitors are told about it.',
      'A cookie lasts 13 months at most, and a new visit does not renew it.',
      'The data are kept for 25 months at most.',
    ],
  },
};

export const source: Source = {
  urls: [
    'https://www.cnil.fr/fr/node/167364',
    'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000042388197',
    'https://www.quantic-avocats.com/2025/10/03/deliberationcnilcookiesaudience',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
