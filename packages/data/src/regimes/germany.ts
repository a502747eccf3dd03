import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * TDDDG s. 25 (until 2024 TTDSG) with the GDPR. A court found that Google Tag Manager alone needs consent, that the first
 * layer needs "Alles ablehnen" of equal weight, and that "Akzeptieren & schließen" misleads (VG Hannover, 19 March 2025, 10 A
 * 5385/22; leave to appeal was applied for). The word "Einwilligung", the number of partners and transfers to other countries
 * belong on the first layer.
 *
 * No term is fixed. Six months follow the neighbours.
 */
export const regime = {
  id: 'germany',
  places: ['DE'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'TDDDG s. 25 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 16, rule: 'parent-consents' }],
  authority: {
    name: 'Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit',
    url: 'https://www.bfdi.bund.de/',
  },
};

export const source: Source = {
  urls: [
    'https://www.kanzlei-fuer-it-datenschutz-medienrecht.de/gestaltung-cookie-banner-google-tag-manager',
    'https://www.dr-bahr.com/news/wettbewerbsrecht/alles-ablehnen-option-bei-cookie-banner-pflicht-google-tag-manager-bedarf-einwilligung.html',
    'https://digitaltrademarks.de/tag/cookie-schaltflaeche/',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
