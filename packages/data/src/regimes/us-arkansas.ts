import type { Law, Regime, Source } from '../types.js';
import { COPPA, twelveMonths } from './shared.js';

/**
 * No general privacy law, but the Children and Teens' Online Privacy Protection Act (Act 952 of 2025): no targeted advertising
 * with data of minors up to 16; a teen or a parent agrees to anything else.
 *
 * No term exists. Both clocks follow California.
 */
export const regime = {
  id: 'us-arkansas',
  places: ['US-AR'],
  rules: { others: 'exempt' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: "Children and Teens' Online Privacy Protection Act",
  model: 'none',
  inForce: '2026-07-01',
  firstLayer: [],
  gpc: 'honour',
  minors: [{ under: 17, rule: 'no-targeting', categories: ['marketing'] }, COPPA, { under: 17, rule: 'own-consent' }],
  authority: { name: 'Arkansas Attorney General', url: 'https://arkansasag.gov/' },
};

export const source: Source = {
  urls: [
    'https://www.dwt.com/blogs/privacy--security-law-blog/2025/06/arkansas-children-privacy-law-coppa',
    'https://natlawreview.com/article/first-its-kind-teen-privacy-law-passes-arkansas',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
