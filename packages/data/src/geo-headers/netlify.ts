import type { GeoHeaders, Source } from '../types.js';

/**
 * Documented are `context.geo` and, for functions, `x-country`. Netlify's own tools read `context.geo` from the
 * JSON. An Edge Function may get neither header, and has `context.geo` itself.
 */
export const netlify = {
  json: 'x-nf-geo',
  country: 'x-country',
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: [
    'https://docs.netlify.com/functions/api/',
    'https://github.com/netlify/cli/blob/main/src/lib/edge-functions/headers.ts',
  ],
  reviewedOn: '2026-11-21',
};
