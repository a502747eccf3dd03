import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Treated as in force already. An agent that objects for a consumer may be a browser setting, so Global Privacy Control counts
 * as required. Who sells sensitive or biometric data says so, in words that were not read.
 */
export const regime = {
  id: 'us-louisiana',
  places: ['US-LA'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Louisiana Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2027-01-01',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Louisiana', url: 'https://www.ag.state.la.us/' },
};

export const source: Source = {
  urls: [
    'https://www.privado.ai/post/louisiana-becomes-22nd-state-to-pass-a-comprehensive-consumer-privacy-law',
    'https://freestatefoundation.blogspot.com/2026/06/alabama-louisiana-and-vermont-enact.html',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
