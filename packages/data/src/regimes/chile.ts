import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * Law 21.719, modelled on the GDPR. What it means for cookies was not read, hence the stricter reading. Treated as in force
 * already.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'chile',
  places: ['CL'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Law 21.719',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  inForce: '2026-12-01',
};

export const source: Source = {
  urls: [
    'https://www.didomi.io/es/reglamento/chile',
    'https://netsecure.cl/cumplimiento-de-la-ley-de-proteccion-de-datos-personales-en-chile-o-region-latam-guia-practica-para-empresas',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'unverified',
};
