import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Electronic Communications Act (127/2005) s. 89(3) with the GDPR, opt-in since 1 January 2022. The authority wants a way to
 * refuse on the first layer that looks like the one to accept.
 *
 * The authority is said to let a yes last twelve months, and to want a no left alone for six, which was not read again.
 */
export const regime = {
  id: 'czechia',
  places: ['CZ'],
  rules: { others: 'ask' },
  ...sixMonths,
  grantMaxAgeDays: 366,
} as const satisfies Regime;

export const law: Law = {
  name: 'Czech Electronic Communications Act s. 89(3) and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 15, rule: 'parent-consents' }],
  authority: { name: 'Úřad pro ochranu osobních údajů', url: 'https://uoou.gov.cz/' },
};

export const source: Source = {
  urls: [
    'https://businessfriends.cz/uoou-ke-cookies/',
    'https://www.grantthornton.cz/clanek/pravidla-pro-cookie-listy/',
    'https://dpopro.cz/a-zase-ty-susenky-vyvojarsky-a-pravni-pohled-na-cookies/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
