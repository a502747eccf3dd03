import type { Source, Tool } from '../types.js';

/** An answer without `method: 'explicit'` was not given by the visitor: where no consent is asked for, Cookiebot stores an implied one. */
export const tool = {
  id: 'cookiebot',
  name: 'Cookiebot',
  recognise: ['consent.cookiebot.com', 'consent.cookiebot.eu', 'data-cbid='],
  categories: { necessary: 'necessary', preferences: 'functional', statistics: 'analytics', marketing: 'marketing' },
  markup: {
    selector: '[data-cookieconsent]:not([data-cookieconsent="ignore"])',
    names: 'data-cookieconsent',
    addresses: { 'data-cookieblock-src': 'src' },
  },
  stored: { key: ['CookieConsent'], kinds: ['cookie'], format: 'cookiebot', days: 365, hasTime: true },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://support.cookiebot.com/hc/en-us/articles/4405978132242-Manual-Markup-Guide'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
