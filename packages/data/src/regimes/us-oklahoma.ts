import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Treated as in force already. Whether it wants Global Privacy Control honoured is unclear.
 */
export const regime = {
  id: 'us-oklahoma',
  places: ['US-OK'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Oklahoma Consumer Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'honour',
  inForce: '2027-01-01',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Oklahoma', url: 'https://www.oag.ok.gov/' },
};

export const source: Source = {
  urls: [
    'https://www.jdsupra.com/legalnews/privacy-in-bloom-four-states-reshape-4302715/',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
