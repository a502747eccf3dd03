import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * Law of 30 May 2005 Art. 4 with the GDPR, and the guidelines of the CNPD of 26 October 2021.
 *
 * The CNPD is said to want twelve months between two questions, which was not read.
 */
export const regime = {
  id: 'luxembourg',
  places: ['LU'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Law of 30 May 2005 Art. 4 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 16, rule: 'parent-consents' }],
  authority: { name: 'Commission nationale pour la protection des données', url: 'https://cnpd.public.lu/' },
};

export const source: Source = {
  urls: [
    'https://www.twobirds.com/en/trending-topics/global-cookie-review/luxembourg',
    'https://www.linklaters.com/en-hk/knowledge/publications/alerts-newsletters-and-guides/2021/november/11/cnpd-publishes-new-guidelines-on-cookies',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
