import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, twelveMonths } from './shared.js';

/**
 * LGPD with the ANPD guide of 18 October 2022 (not binding): consent-based cookies off until chosen, and a visible way to
 * refuse all of them. Law 15.211/2025 limits advertising that profiles minors, which was not read; the stricter reading holds.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const regime = {
  id: 'brazil',
  places: ['BR'],
  rules: { others: 'ask' },
  ...twelveMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'LGPD',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [
    { under: 18, rule: 'no-targeting', categories: ['marketing'] },
    { under: 12, rule: 'parent-consents' },
  ],
  authority: { name: 'Autoridade Nacional de Proteção de Dados', url: 'https://www.anpd.gov.br/' },
  languages: ['pt-BR'],
};

export const source: Source = {
  urls: [
    'https://www.mattosfilho.com.br/unico/anpd-guia-cookies-protecao-dados/',
    'https://jus.com.br/artigos/98459/lgpd-e-cookies-fundamentos-tecnicos-e-regulatorios-para-uma-abordagem-coerente-no-brasil',
  ],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
