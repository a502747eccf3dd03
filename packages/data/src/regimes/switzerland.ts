import type { Regime, Source } from '../types.js';

/**
 * Telecommunications Act Art. 45c with the FADP. The law asks for notice and a right to object; the authority's guide of
 * 22 January 2025 goes further, and commentators disagree how far. Low confidence, hence the stricter reading.
 *
 * No term is fixed. Both clocks follow the neighbouring countries.
 */
export const switzerland = {
  id: 'switzerland',
  places: ['CH'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 184,
  refusalCooldownDays: 184,
} as const satisfies Regime;

export const source: Source = {
  urls: ['https://datenrecht.ch/edoeb-leitlinien-zu-cookies-und-aehnlichen-technologien/'],
  reviewedOn: '2026-11-21',
};
