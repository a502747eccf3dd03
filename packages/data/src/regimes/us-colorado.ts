import type { Law, Regime, Source } from '../types.js';
import { COPPA, OBJECTION_LINK, twelveMonths } from './shared.js';

/**
 * Since 1 July 2024 Global Privacy Control, the one mechanism on the register, has to be honoured. Where consent is asked for,
 * accepting and rejecting have equal size, font and colour, without guilt, urgency or repeated pop-ups (4 CCR 904-3-7.09).
 * Teens are protected since October 2025; the age of 18 and their own consent were not read.
 */
export const regime = {
  id: 'us-colorado',
  places: ['US-CO'],
  rules: { others: 'run-until-objection', sensitive: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Colorado Privacy Act',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2023-07',
  links: OBJECTION_LINK,
  minors: [COPPA, { under: 18, rule: 'own-consent', categories: ['marketing'] }],
  authority: { name: 'Attorney General of Colorado', url: 'https://coag.gov/opt-out/' },
};

export const source: Source = {
  urls: [
    'https://regulations.justia.com/states/colorado/900/904/rule-4-ccr-904-3/part-4-ccr-904-3-7/section-4-ccr-904-3-7-09',
    'https://legalclarity.org/universal-opt-out-mechanisms-state-requirements-and-penalties/',
    'https://www.venable.com/insights/publications/2025/11/states-shine-spotlight-on-child-and-teen-privacy',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
