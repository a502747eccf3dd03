import type { Source, Tool } from '../types.js';

/** For the plugin the category or the service is enough; here a tag waits for its category in any case, which is stricter. */
export const tool = {
  id: 'complianz',
  name: 'Complianz',
  recognise: ['complianz-gdpr', 'cmplz-cookiebanner', 'data-cmplz-src', 'complianz-gdpr-premium'],
  categories: {
    functional: 'necessary',
    preferences: 'functional',
    statistics: 'analytics',
    'statistics-anonymous': 'analytics',
    marketing: 'marketing',
  },
  markup: {
    selector: 'script[data-category],iframe[data-category],img[data-category],[data-category][data-cmplz-src]',
    names: 'data-category',
    addresses: { 'data-cmplz-src': 'src', 'data-src-cmplz': 'src' },
    placeholders: ['about:blank'],
  },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://complianz.io/developers-guide-for-third-party-integrations/'],
  reviewedOn: '2026-11-28',
  confidence: 'secondary',
};
