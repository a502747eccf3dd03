import type { Source, Tool } from '../types.js';

/** It names services, as the site calls them in its configuration. What it stores has no time. */
export const tool = {
  id: 'klaro',
  name: 'Klaro',
  recognise: ['klaro.js', 'klaro-no-css.js', 'klaro-no-translations', 'klaroConfig', 'data-klaro-config'],
  categories: {},
  markup: {
    selector: '[data-name]:is([data-type],[data-src],[data-href],script):not([data-type="placeholder"])',
    names: 'data-name',
    isOne: true,
  },
  stored: { key: ['klaro'], kinds: ['cookie', 'localStorage'], format: 'flags', days: 120, hasTime: false },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/klaro/v/0.7.22'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
