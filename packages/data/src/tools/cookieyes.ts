import type { Source, Tool } from '../types.js';

/**
 * Its documented markup leaves a script runnable, which CookieYes's own script then stops: without it such a script runs.
 * The cookie has no time: `lastRenewedDate` is when the owner last asked everybody again.
 */
export const tool = {
  id: 'cookieyes',
  name: 'CookieYes',
  recognise: ['cdn-cookieyes.com', 'cookieyes.com/client_data', 'id="cookieyes"'],
  categories: {
    necessary: 'necessary',
    functional: 'functional',
    analytics: 'analytics',
    performance: 'analytics',
    advertisement: 'marketing',
  },
  markup: { selector: '[data-cookieyes]', names: 'data-cookieyes', prefix: 'cookieyes-' },
  stored: { key: ['cookieyes-consent'], kinds: ['cookie'], format: 'cookieyes', days: 365, hasTime: false },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.cookieyes.com/documentation/implement-prior-consent-using-cookieyes/'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
