import type { Regime, Source } from '../types.js';

/**
 * LGPD with the ANPD guide of 18 October 2022 (not binding): consent-based cookies off until chosen, and a visible way to
 * refuse all of them.
 *
 * No term is fixed. Both clocks are twelve months.
 */
export const brazil = {
  id: 'brazil',
  places: ['BR'],
  rules: { others: 'ask' },
  grantMaxAgeDays: 366,
  refusalCooldownDays: 366,
} as const satisfies Regime;

export const source: Source = {
  urls: [
    'https://www.mattosfilho.com.br/unico/anpd-guia-cookies-protecao-dados/',
    'https://jus.com.br/artigos/98459/lgpd-e-cookies-fundamentos-tecnicos-e-regulatorios-para-uma-abordagem-coerente-no-brasil',
  ],
  reviewedOn: '2026-11-21',
};
