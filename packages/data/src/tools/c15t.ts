import type { Source, Tool } from '../types.js';

/** Only frames are held in markup; scripts are in its configuration. Without a `subjectId` the visitor has not answered. */
export const tool = {
  id: 'c15t',
  name: 'c15t',
  recognise: ['@c15t/', 'c15t.js', 'getOrCreateConsentRuntime', 'ConsentManagerProvider'],
  categories: {
    necessary: 'necessary',
    functionality: 'functional',
    experience: 'functional',
    measurement: 'analytics',
    marketing: 'marketing',
  },
  markup: { selector: 'iframe[data-category]', names: 'data-category', isOne: true },
  stored: {
    key: ['c15t', 'privacy-consent-storage'],
    kinds: ['localStorage'],
    format: 'c15t',
    days: 365,
    hasTime: true,
  },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/c15t/v/2.2.1', 'https://c15t.com/docs/frameworks/javascript/iframe-blocking'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
