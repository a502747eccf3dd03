import type { Source, Tool } from '../types.js';

/** It holds nothing, and stores one yes or no that names nothing, so that there is nothing to take over. */
export const tool = {
  id: 'react-cookie-consent',
  name: 'react-cookie-consent',
  recognise: ['react-cookie-consent'],
  categories: {},
} as const satisfies Tool;

export const source: Source = {
  urls: ['https://www.npmjs.com/package/react-cookie-consent/v/10.0.2'],
  reviewedOn: '2026-11-28',
  confidence: 'primary',
};
