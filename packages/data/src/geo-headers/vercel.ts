import type { GeoHeaders, Source } from '../types.js';

export const vercel = {
  country: 'x-vercel-ip-country',
  subdivision: 'x-vercel-ip-country-region',
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: [
    'https://vercel.com/docs/headers/request-headers',
    'https://github.com/vercel/vercel/blob/main/packages/edge/src/edge-headers.ts',
  ],
  reviewedOn: '2026-11-21',
};
