import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * LSSI Art. 22.2 with the GDPR. Since the guide of July 2023 accepting and rejecting stand on the same level, with equal
 * weight.
 *
 * The authority is said to allow 24 months at most, which was not read. Six months follow the neighbours.
 */
export const regime = {
  id: 'spain',
  places: ['ES'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'LSSI Art. 22.2 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 14, rule: 'parent-consents' }],
  authority: { name: 'Agencia Española de Protección de Datos', url: 'https://www.aepd.es/' },
};

export const source: Source = {
  urls: [
    'https://administracionelectronica.gob.es/pae_Home/pae_Actualidad/pae_Noticias/Anio2023/Julio/Noticia-2023-07-12-La-AEPD-actualiza-su-Guia-sobre-el-uso-de-cookies.html',
    'https://autocontrol.es/2023/07/11/actualizacion-guia-uso-cookies-aepd',
  ],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
