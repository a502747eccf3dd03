import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * Privacy Act 2020. No law about cookies; visitors have to be told what is collected, why and for whom (principle 3). Read in
 * vendors' guides only, hence the stricter reading.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'new-zealand',
  places: ['NZ'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Privacy Act 2020',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2020-12-01',
  authority: { name: 'Office of the Privacy Commissioner', url: 'https://www.privacy.org.nz/' },
};

export const source: Source = {
  urls: ['https://kukie.io/blog/new-zealand-privacy-act-cookies', 'https://www.cookiehub.com/new-zealand-privacy-act'],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
