import type { Source, Tool } from '../types.js';

/**
 * A script waits for its category and, if it names one, its service. A leading `!` means: runs while refused, for which Askfirst has no
 * counterpart. The site names its categories itself; those here are the usual ones of its documentation. Version 2 stored only what
 * was accepted, so that a refusal cannot be told from a category that did not exist.
 */
export const tool = {
  id: 'vanilla-cookieconsent',
  name: 'vanilla-cookieconsent',
  recognise: ['cookieconsent.umd.js', 'cookieconsent.esm.js', 'vanilla-cookieconsent', 'CookieConsent.run('],
  categories: {
    necessary: 'necessary',
    functionality: 'functional',
    functional: 'functional',
    preferences: 'functional',
    analytics: 'analytics',
    marketing: 'marketing',
    ads: 'marketing',
  },
  markup: { selector: 'script[data-category]:not([data-service^="!"])', names: 'data-category', isOne: true },
  stored: {
    key: ['cc_cookie'],
    kinds: ['cookie', 'localStorage'],
    format: 'vanilla-cookieconsent',
    days: 182,
    hasTime: true,
  },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/vanilla-cookieconsent/v/3.1.0'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
