import type { Law, Regime, Source } from '../types.js';
import { sixMonths } from './shared.js';

/**
 * Telecommunications Act Art. 45c with the FADP. The law asks for notice and a right to object; the authority's guide of 22
 * January 2025 goes further, and commentators disagree how far. Hence the stricter reading.
 *
 * No term is fixed. Both clocks follow the neighbouring countries.
 */
export const regime = {
  id: 'switzerland',
  places: ['CH'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Telecommunications Act Art. 45c and FADP',
  model: 'opt-in',
  firstLayer: ['accept', 'reject'],
  gpc: 'honour',
  authority: { name: 'Federal Data Protection and Information Commissioner', url: 'https://www.edoeb.admin.ch/' },
};

export const source: Source = {
  urls: ['https://datenrecht.ch/edoeb-leitlinien-zu-cookies-und-aehnlichen-technologien/'],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
