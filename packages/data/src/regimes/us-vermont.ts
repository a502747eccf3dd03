import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Treated as in force already. Signals such as Global Privacy Control have to be honoured, also against a setting of the site.
 */
export const regime = {
  id: 'us-vermont',
  places: ['US-VT'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Vermont Data Privacy and Online Surveillance Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2028-01-01',
  links: OBJECTION_LINK,
  minors: [COPPA],
  authority: { name: 'Attorney General of Vermont', url: 'https://ago.vermont.gov/' },
};

export const source: Source = {
  urls: [
    'https://www.privado.ai/post/vermont-becomes-23rd-state-to-pass-a-comprehensive-consumer-privacy-law',
    'https://freestatefoundation.blogspot.com/2026/06/alabama-louisiana-and-vermont-enact.html',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
