import type { Source, Tool } from '../types.js';

/** The site names its purposes itself. Version 2 marked scripts by `type="opt-in"` and `data-name`. What it stores has no time. */
export const tool = {
  id: 'orejime',
  name: 'Orejime',
  recognise: ['orejime-standard', 'orejime-dsfr', 'orejime.js', 'orejimeConfig', 'orejime.umd.js'],
  categories: {},
  markup: {
    selector: 'template[data-purpose],script[type="opt-in"][data-name]',
    names: 'data-purpose,data-name',
    isOne: true,
  },
  stored: { key: ['eu-consent', 'orejime'], kinds: ['cookie'], format: 'flags', days: 120, hasTime: false },
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/orejime/v/3.2.1'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
