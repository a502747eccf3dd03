import type { RequestShape, Source } from './types.js';

/**
 * How vendors' requests are recognised behind a path of the site's own host: Google's tag gateway, a tagging server, a proxy. Such a
 * path is the owner's choice (`/metrics/ga/g/c`), so that Google's hits are known by their parameters.
 */
export const requestShapes: readonly RequestShape[] = [
  { service: 'ga4', query: { v: /^2$/, tid: /^G-\w+$/ } },
  { service: 'ga4', query: { id: /^GT?-[A-Z0-9]{4,}$/ } },
  { service: 'gtm', query: { id: /^GTM-[A-Z0-9]{4,}$/ } },
  { service: 'google-ads', query: { id: /^(AW|DC)-[A-Z0-9]{4,}$/ } },
  { service: 'google-ads', path: /\/ccm\/collect$/, query: { tid: /^(AW|DC|G|GT)-\w+$/ } },
  { service: 'meta-pixel', path: /\/tr\/?$/, query: { id: /^\d{10,20}$/, ev: /./ } },
  { service: 'matomo', query: { idsite: /^\d+$/, rec: /^1$/ } },
  { service: 'matomo', body: /(^|&|\?)idsite=\d+&(.*&)?rec=1(&|$)/s },
  { service: 'plausible', body: /^\{(?=.*"n":"[^"]+")(?=.*"u":"https?:)(?=.*"d":"[^"]+").*\}$/s },
  { service: 'posthog', path: /\/array\/phc_\w+\// },
  { service: 'posthog', body: /"(api_key|token)":"phc_\w+"/ },
  { service: 'umami', path: /\/api\/send$/, body: /"type":"(event|identify)".*"website":"[\da-f-]{36}"/s },
];

export const source: Source = {
  urls: [
    'https://developers.google.com/tag-platform/tag-manager/gateway/setup-guide',
    'https://developers.cloudflare.com/api/go/resources/google_tag_gateway',
    'https://developer.matomo.org/api-reference/tracking-api',
    'https://plausible.io/docs/events-api',
    'https://posthog.com/docs/advanced/proxy',
    'https://developers.facebook.com/docs/meta-pixel/get-started',
  ],
  reviewedOn: '2026-11-29',
  confidence: 'secondary',
};
