import type { Law, Regime, Source } from '../types.js';
import { COPPA, twelveMonths } from './shared.js';

/**
 * CCPA as amended: sale and sharing run until the consumer objects or the browser sends Global Privacy Control, which outranks
 * an earlier yes; since 2026 the page shows that it was honoured (11 CCR 7025(c)(6)). A banner alone is no way to object
 * (7026(a)(4)): the page also needs its own links, two, or one with the icon (7015). Where there is a banner, a no is as easy
 * as a yes (7004).
 *
 * Both clocks are the longest twelve months: an opt-out rests at least that long (Civ. Code 1798.135(c)(4)), as a consumer
 * site says.
 */
export const regime = {
  id: 'us-california',
  places: ['US-CA'],
  rules: { others: 'run-until-objection' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'CCPA as amended by the CPRA',
  model: 'opt-out',
  firstLayer: [],
  gpc: 'required',
  inForce: '2020-01',
  gpcStatus: 'Opt-Out Request Honored',
  links: [
    [
      { text: 'Do Not Sell or Share My Personal Information', panels: ['opt-out'] },
      { text: 'Limit the Use of My Sensitive Personal Information', panels: ['limit'] },
    ],
    [{ text: 'Your Privacy Choices', icon: 'opt-out', panels: ['opt-out', 'limit'] }],
    [{ text: 'Your California Privacy Choices', icon: 'opt-out', panels: ['opt-out', 'limit'] }],
  ],
  minors: [COPPA, { under: 16, rule: 'own-consent', categories: ['marketing'] }],
  authority: { name: 'California Privacy Protection Agency', url: 'https://cppa.ca.gov/' },
};

export const source: Source = {
  urls: [
    'https://www.law.cornell.edu/regulations/california/11-CCR-7026',
    'https://www.law.cornell.edu/regulations/california/11-CCR-7025',
    'https://www.law.cornell.edu/regulations/california/11-CCR-7004',
    'https://www.truevault.com/consumers/ccpa/what-is-a-request-to-opt-out',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'primary',
};
