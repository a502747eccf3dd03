import type { Regime, Source } from '../types.js';

/**
 * CCPA as amended: sale and sharing run until the consumer objects or the browser sends Global Privacy Control. A banner
 * alone is no way to object (11 CCR 7026(a)(4)): the page also needs its own link.
 *
 * Both clocks are the longest twelve months: an opt-out rests at least that long (Civ. Code 1798.135(c)(4)).
 */
export const usCalifornia = {
  id: 'us-california',
  places: ['US-CA'],
  rules: { others: 'run-until-objection' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.law.cornell.edu/regulations/california/11-CCR-7026',
    'https://www.truevault.com/consumers/ccpa/what-is-a-request-to-opt-out',
  ],
  reviewedOn: '2026-11-21',
};
