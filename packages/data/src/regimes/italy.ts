import type { Law, Regime, Source } from '../types.js';
import { EQUAL_CHOICE, sixMonths } from './shared.js';

/**
 * Privacy Code Art. 122 with the GDPR, and the guidelines of the Garante of 10 June 2021: accept, a cross at the top right
 * that keeps everything off, and a way to choose. Scrolling is no consent.
 *
 * A no must not be questioned for six months, unless the conditions change or the answer was lost.
 */
export const regime = {
  id: 'italy',
  places: ['IT'],
  rules: { others: 'ask' },
  ...sixMonths,
} as const satisfies Regime;

export const law: Law = {
  name: 'Italian Privacy Code Art. 122 and GDPR',
  model: 'opt-in',
  firstLayer: EQUAL_CHOICE,
  gpc: 'honour',
  minors: [{ under: 14, rule: 'parent-consents' }],
  authority: { name: 'Garante per la protezione dei dati personali', url: 'https://www.garanteprivacy.it/' },
};

export const source: Source = {
  urls: ['https://www.daimonart.it/gdpr-cookies-adeguamenti/'],
  reviewedOn: '2026-11-21',
  confidence: 'secondary',
};
