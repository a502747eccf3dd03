import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Telecommunications Act Art. 11.7a with the GDPR. The authority warns sites that hide the way to refuse behind the first
 * layer. The law lets analytics with little effect on privacy run without consent; what that takes was not read, so everything
 * asks.
 *
 * No term is fixed. Six months follow the neighbours.
 */
export const regime = {
  id: 'netherlands',
  places: ['NL'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Telecommunications Act Art. 11.7a and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 16, rule: 'parent-consents' }],
  authority: { name: 'Autoriteit Persoonsgegevens', url: 'https://autoriteitpersoonsgegevens.nl/' },
};

export const source: Source = {
  urls: [
    'https://pont.media/nieuws/956078/alle-cookie-keuzes-op-een-laag-dat-is-de-vraag-ap-wil-misleidende-cookiebanners-aanpakken',
    'https://www.privacycompany.eu/nl/blog/ap-gaat-handhaven-op-cookies-maar-wat-zijn-eigenlijk-de-regels',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
