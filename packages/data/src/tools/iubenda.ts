import type { Source, Tool } from '../types.js';

/**
 * Purposes have numbers: 1 necessary, 2 functionality, 3 experience, 4 measurement, 5 marketing. A held frame stands there with an
 * empty page of iubenda's. Without purposes a tag waits for consent to everything, which has no counterpart here.
 */
export const tool = {
  id: 'iubenda',
  name: 'iubenda',
  recognise: ['cdn.iubenda.com/cs', 'cs.iubenda.com', 'embeds.iubenda.com', '_iub.csConfiguration'],
  categories: { 1: 'necessary', 2: 'functional', 3: 'functional', 4: 'analytics', 5: 'marketing' },
  markup: {
    selector: '._iub_cs_activate,._iub_cs_activate-inline',
    names: 'data-iub-purposes',
    addresses: { suppressedsrc: 'src', 'data-suppressedsrc': 'src' },
    placeholders: ['cdn.iubenda.com/cookie_solution/empty.html'],
  },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.iubenda.com/en/help/1229-manual-tagging-blocking-cookies'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
