import type { Source, Tool } from '../types.js';

/**
 * It holds no markup: it names services in script (`tarteaucitron.job.push('gtag')`) and writes their tags itself. `services` has the
 * names of those that are in the catalogue. What it stores has no time; `wait` is no answer.
 */
export const tool = {
  id: 'tarteaucitron',
  name: 'tarteaucitron.js',
  recognise: ['tarteaucitron.js', 'tarteaucitron.min.js', 'tarteaucitron.init('],
  categories: {},
  services: {
    gtag: 'ga4',
    googletagmanager: 'gtm',
    youtube: 'youtube',
    vimeo: 'vimeo',
    matomo: 'matomo',
    matomocloud: 'matomo',
    clarity: 'microsoft-clarity',
    facebookpixel: 'meta-pixel',
    hotjar: 'hotjar',
    googlemaps: 'google-maps',
    recaptcha: 'google-recaptcha',
    linkedininsighttag: 'linkedin-insight',
    tiktok: 'tiktok-pixel',
    crazyegg: 'crazy-egg',
  },
  stored: { key: ['tarteaucitron'], kinds: ['cookie'], format: 'tarteaucitron', days: 365, hasTime: false },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/tarteaucitronjs/v/1.34.0'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
