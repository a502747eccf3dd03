import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Law 3471/2006 Art. 4(5) with the GDPR. The authority wants a yes and a no with the same number of clicks, from the same
 * level, in buttons of the same size and colour (recommendations 1/2020).
 *
 * It is said to want a no kept for as long as a yes, which was not read; both clocks are six months.
 */
export const regime = {
  id: 'greece',
  places: ['GR'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Law 3471/2006 Art. 4(5) and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 15, rule: 'parent-consents' }],
  authority: { name: 'Hellenic Data Protection Authority', url: 'https://www.dpa.gr/' },
};

export const source: Source = {
  urls: [
    'https://dpa.gr/index.php/en/enimerwtiko/press-releases/action-hellenic-dpa-informational-websites-cookies',
    'https://lawandtech.eu/en/2020/03/04/greek-dpa-issues-guidelines-on-cookies-and-trackers/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
