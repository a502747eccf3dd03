import type { GeoHeaders, Source } from '../types.js';

/**
 * nginx adds neither by itself, and the owner chooses the names. With the GeoIP2 module:
 * `proxy_set_header X-Geo-Country $geoip2_data_country_code; proxy_set_header X-Geo-Region $geoip2_data_region_code;`
 *
 * Mind that the example in the module's README has `default=US`: an unknown place then counts as the United States, where everything may run.
 */
export const nginx = {
  country: 'x-geo-country',
  subdivision: 'x-geo-region',
} as const satisfies GeoHeaders;

export const source: Source = {
  urls: [
    'https://github.com/leev/ngx_http_geoip2_module',
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header',
  ],
  reviewedOn: '2026-11-21',
};
