import type { Regime, Source } from '../types.js';

/**
 * The other US states with a general privacy law: targeted advertising and sale run until the consumer objects. Oklahoma
 * and Louisiana start on 1 January 2027, Alabama on 1 May 2027, Vermont on 1 January 2028; they are included already.
 *
 * Most fix no term. Both clocks follow California.
 */
export const usOptOut = {
  id: 'us-opt-out',
  places: [
    'US-AL',
    'US-CO',
    'US-CT',
    'US-DE',
    'US-FL',
    'US-IA',
    'US-IN',
    'US-KY',
    'US-LA',
    'US-MD',
    'US-MN',
    'US-MT',
    'US-NE',
    'US-NH',
    'US-NJ',
    'US-OK',
    'US-OR',
    'US-RI',
    'US-TN',
    'US-TX',
    'US-UT',
    'US-VA',
    'US-VT',
  ],
  rules: { others: 'run-until-objection' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://consentstack.io/blog/us-state-privacy-laws',
    'https://freestatefoundation.blogspot.com/2026/06/alabama-louisiana-and-vermont-enact.html',
    'https://www.paulhastings.com/insights/ph-privacy/new-state-privacy-rules-require-businesses-to-assess-high-risk-activities-and-regulate-disclosures-of-sensitive-data',
  ],
  reviewedOn: '2026-11-21',
};
