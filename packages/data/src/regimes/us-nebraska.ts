import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Global Privacy Control has to be honoured since 1 January 2025. The Age-Appropriate Online Design Code Act forbids services
 * made for minors to target advertising at them, enforced since 1 July 2026; the age of 18 was not read.
 */
export const regime = {
  id: 'us-nebraska',
  places: ['US-NE'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Nebraska Data Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2025-01',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 18, rule: 'no-targeting', categories: ['marketing'] }],
  authority: { name: 'Attorney General of Nebraska', url: 'https://ago.nebraska.gov/' },
};

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://www.auditsocials.com/blog/us-state-privacy-laws-2026-universal-opt-out-gpc-mandatory-advertiser-targeted-advertising-enforcement-sweeps',
    'https://uinat.pages.dev/compliance/us-state-privacy-laws-guide',
    'https://www.venable.com/insights/publications/2025/11/states-shine-spotlight-on-child-and-teen-privacy',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
