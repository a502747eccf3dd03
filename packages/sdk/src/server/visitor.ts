import { type GeoHeaders, geoHeaders } from '@askfirst/data';
import { own as ownOf } from '../policy/own.js';
import { misuse, show } from './misuse.js';

/** Declared here, because the types of browsers and of servers differ. */
declare const atob: (base64: string) => string;

/** A Fetch `Headers`, Node's `request.headers`, or a plain object. */
export type RequestHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** What the headers of a request tell about a visitor. */
export interface Visitor {
  /** ISO 3166 code for the option `region`, for example `DE` or `US-CA`. Missing if the host does not know the place. */
  region?: string;
  /** Whether the browser sends Global Privacy Control. */
  gpc: boolean;
}

/** Reads one header. Repeated headers come as one text with commas, or as a list, which becomes such a text. */
function readHeader(headers: RequestHeaders, name: string): string {
  if (typeof headers.get === 'function') return headers.get(name) ?? '';
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return String(value ?? '');
}

/** The codes in `{ country: { code }, subdivision: { code } }`; none if the JSON is invalid. */
function readJson(base64: string): string[] {
  try {
    const { country, subdivision } = JSON.parse(atob(base64));
    return [country, subdivision].map((place) => String(place?.code ?? ''));
  } catch {
    return [];
  }
}

/**
 * The place of a visitor, from the headers that the host in front of your server adds, and whether the browser sends Global Privacy
 * Control. Anything but an ISO code in capitals (unknown, Tor, empty, several values, forged) gives no `region`, so that the strictest
 * rules apply.
 *
 * Trust only a host that overwrites these headers. The page depends on them, so send `Vary` if it is cached.
 *
 * @param host `cloudflare`, `vercel`, `netlify`, `fastly`, `cloudfront` or `nginx`, or the names of your own headers. With `fastly` and
 *   `nginx` you set the headers yourself: `client-geo-country` and `client-geo-region`, `x-geo-country` and `x-geo-region`.
 * @throws TypeError for an unknown host.
 * @example
 * visitorFrom(request.headers, 'vercel') // { region: 'US-CA', gpc: false }
 * visitorFrom(request.headers, { country: 'x-country-code' })
 */
export function visitorFrom(headers: RequestHeaders, host: keyof typeof geoHeaders | GeoHeaders): Visitor {
  const named = typeof host === 'string' ? Object.entries(geoHeaders).find(([id]) => id === host)?.[1] : host;
  const sender = ownOf(named ?? {}) as Partial<GeoHeaders>;
  const { country, subdivision, json, nowhere = [] } = sender;
  const isName = (name: unknown) => name === undefined || typeof name === 'string';
  if (typeof country !== 'string' || !isName(subdivision) || !isName(json) || !Array.isArray(nowhere))
    throw misuse(
      'visitorFrom',
      `"${show(host)}" is not a known host. Use one of ${Object.keys(geoHeaders).join(', ')}, or { country: 'x-your-header' }.`,
    );
  if (!headers || typeof headers !== 'object')
    throw misuse(
      'visitorFrom',
      'The first argument has to be the headers of the request, for example request.headers.',
    );
  const read = (name: string | undefined) => (name ? readHeader(headers, name.toLowerCase()) : '');

  const geo = read(json);
  const codes = geo ? readJson(geo) : [read(country), read(subdivision)];
  const [place = '', part = ''] = codes.map((code) => (nowhere.includes(code) ? '' : code));
  const gpc = read('sec-gpc').includes('1');
  if (!/^[A-Z]{2}$/.test(place) || place === 'EU') return { gpc };
  // Some hosts write the country before the subdivision.
  const [, own] = /^(?:[A-Z]{2}-)?([A-Z\d]{1,3})$/.exec(part) ?? [];
  return { region: own ? `${place}-${own}` : place, gpc };
}
