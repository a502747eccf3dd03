import type { GeoHeaders, Source } from '../types.js';

/** Fastly adds neither by itself. These are the names of its own example, "Tag requests with geolocation data". */
export const fastly = {
  country: 'client-geo-country',
  subdivision: 'client-geo-region',
  nowhere: ['**', '?', 'NO REGION'],
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: [
    'https://www.fastly.com/documentation/reference/vcl/variables/geolocation/client-geo-country-code/',
    'https://www.fastly.com/documentation/reference/vcl/variables/geolocation/client-geo-region-ascii/',
  ],
  reviewedOn: '2026-11-21',
};
