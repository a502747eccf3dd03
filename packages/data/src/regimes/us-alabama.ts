import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Treated as in force already. Whether it wants Global Privacy Control honoured is unclear. Teens up to 15 were in the bill of
 * the House; whether they are in the law was not read, hence the stricter reading.
 */
export const regime = {
  id: 'us-alabama',
  places: ['US-AL'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Alabama Personal Data Protection Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'honour',
  inForce: '2027-05-01',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 16, rule: 'own-consent', categories: ['marketing'] }],
  authority: { name: 'Attorney General of Alabama', url: 'https://www.alabamaag.gov/' },
};

export const source: Source = {
  urls: [
    'https://freestatefoundation.blogspot.com/2026/06/alabama-louisiana-and-vermont-enact.html',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
    'https://www.jdsupra.com/legalnews/privacy-in-bloom-four-states-reshape-4302715/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
