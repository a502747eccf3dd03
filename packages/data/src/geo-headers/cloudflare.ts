import type { GeoHeaders, Source } from '../types.js';

/**
 * Both need the managed transform "Add visitor location headers"; the setting "IP Geolocation" alone sends the country.
 * `T1` is the Tor network.
 */
export const cloudflare = {
  country: 'cf-ipcountry',
  subdivision: 'cf-region-code',
  nowhere: ['XX', 'T1'],
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: [
    'https://developers.cloudflare.com/rules/transform/managed-transforms/reference/',
    'https://developers.cloudflare.com/fundamentals/reference/http-headers/',
  ],
  reviewedOn: '2026-11-21',
};
