import { regimes } from '@askfirst/data/regimes';
import { resolveRegime } from 'askfirst/policy';
import { type RequestHeaders, visitorFrom } from 'askfirst/server';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const inBase64 = (value: unknown) => btoa(typeof value === 'string' ? value : JSON.stringify(value));

/** What each host sends for somebody in California. */
const californian = {
  cloudflare: { 'CF-IPCountry': 'US', 'cf-region-code': 'CA' },
  vercel: { 'x-vercel-ip-country': 'US', 'x-vercel-ip-country-region': 'CA' },
  netlify: { 'x-nf-geo': inBase64({ country: { code: 'US' }, subdivision: { code: 'CA' } }), 'x-country': 'US' },
  fastly: { 'client-geo-country': 'US', 'client-geo-region': 'CA' },
  cloudfront: { 'CloudFront-Viewer-Country': 'US', 'CloudFront-Viewer-Country-Region': 'CA' },
  nginx: { 'X-Geo-Country': 'US', 'X-Geo-Region': 'CA' },
} as const;

/** Three ways in which servers hold the headers of a request. */
const forms = {
  'Fetch Headers': (headers: Record<string, string>) => new Headers(headers),
  'lower-case names, as in Node': (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  'a plain object': (headers: Record<string, string>) => headers,
};

describe.each(Object.keys(californian) as (keyof typeof californian)[])('%s', (host) => {
  test.each(Object.entries(forms))('names the place and Global Privacy Control, from %s', (_, form) => {
    const headers: RequestHeaders = form({ ...californian[host], 'Sec-GPC': '1' });
    expect(visitorFrom(headers, host)).toEqual({ region: 'US-CA', gpc: true });
    expect(visitorFrom(form(californian[host]), host)).toEqual({ region: 'US-CA', gpc: false });
  });

  test('says nothing without its headers, whatever other hosts send', () => {
    const [foreign] = Object.entries(californian).filter(([id]) => id !== host);
    expect(visitorFrom(new Headers(foreign?.[1]), host)).toEqual({ gpc: false });
  });
});

describe('a place that is not sure is no place', () => {
  test.each([
    ['unknown to Cloudflare', 'XX'],
    ['the Tor network', 'T1'],
    ['the European Union', 'EU'],
    ['empty', ''],
    ['lower case', 'de'],
    ['a name', 'Germany'],
    ['three letters', 'DEU'],
    ['several values', 'DE, US'],
    ['a line break', 'DE\r\nset-cookie: a=b'],
    ['a line break at the end', 'US\n'],
    ['markup', '"><script>'],
  ])('%s', (_, value) => {
    expect(visitorFrom({ 'cf-ipcountry': value, 'cf-region-code': 'CA' }, 'cloudflare')).toEqual({ gpc: false });
  });

  test('a list of two values', () => {
    expect(visitorFrom({ 'cf-ipcountry': ['US', 'DE'] }, 'cloudflare')).toEqual({ gpc: false });
    expect(visitorFrom({ 'cf-ipcountry': ['US'] }, 'cloudflare')).toEqual({ region: 'US', gpc: false });
  });

  test.each([
    ['no base64', 'US!'],
    ['no JSON', inBase64('{')],
    ['nothing', inBase64('null')],
    ['text', inBase64('"US"')],
    ['numbers', inBase64({ country: { code: 49 } })],
    ['no country', inBase64({ subdivision: { code: 'CA' } })],
    ['a list', inBase64({ country: { code: ['US', 'DE'] } })],
  ])('Netlify with %s, even if another of its headers names one', (_, geo) => {
    expect(visitorFrom({ 'x-nf-geo': geo, 'x-country': 'US' }, 'netlify')).toEqual({ gpc: false });
  });

  test.each([
    ['none', 'NO REGION'],
    ['absent data', '?'],
    ['a name', 'California'],
    ['several', 'CA, NY'],
    ['lower case', 'ca'],
  ])('a part of a country that is not sure (%s) leaves the country', (_, part) => {
    const headers = { 'client-geo-country': 'US', 'client-geo-region': part };
    expect(visitorFrom(headers, 'fastly')).toEqual({ region: 'US', gpc: false });
  });
});

// Or a host that knows the country only would free visitors whose own law asks first.
test('a country alone is never freer than one of its parts', () => {
  const parts = regimes.flatMap(({ places, rules }) =>
    places.flatMap((place) => (place[2] ? [[place, rules.others]] : [])),
  );
  expect(parts.length).toBeGreaterThan(10);
  for (const [place = '', rule] of parts)
    if (rule === 'ask') expect(resolveRegime(place.slice(0, 2)).rules.others, place).toBe('ask');
});

test('Netlify without its JSON, and a part that is written with its country', () => {
  expect(visitorFrom({ 'x-country': 'DE' }, 'netlify')).toEqual({ region: 'DE', gpc: false });
  const geo = inBase64({ country: { code: 'CA' }, subdivision: { code: 'CA-QC' } });
  expect(visitorFrom({ 'x-nf-geo': geo }, 'netlify')).toEqual({ region: 'CA-QC', gpc: false });
});

test('headers of your own name', () => {
  const headers = { 'X-Country-Code': 'FR', 'x-part': 'IDF' };
  expect(visitorFrom(headers, { country: 'x-country-code' })).toEqual({ region: 'FR', gpc: false });
  expect(visitorFrom(headers, { country: 'X-Country-Code', subdivision: 'X-Part' }).region).toBe('FR-IDF');
});

test('Global Privacy Control: only a one counts', () => {
  for (const [value, gpc] of [
    ['1', true],
    ['1, 1', true],
    ['0', false],
    ['', false],
    ['true', false],
  ] as const)
    expect(visitorFrom({ 'sec-gpc': value }, 'vercel')).toEqual({ gpc });
});

test('whatever a visitor sends, the answer is a place that options take, or none', () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'USDEX1-, \n') }));
  const host = fc.constantFrom(...(Object.keys(californian) as (keyof typeof californian)[]));
  fc.assert(
    fc.property(host, fc.infiniteStream(value), fc.boolean(), (host, values, encoded) => {
      const headers = Object.keys(californian[host]).map((name) => {
        const text = values.next().value as string;
        return [name, encoded ? btoa(String.fromCharCode(...new TextEncoder().encode(text))) : text];
      });
      const { region, ...rest } = visitorFrom(Object.fromEntries(headers), host);
      expect(rest).toEqual({ gpc: false });
      if (region !== undefined) expect(region).toMatch(/^(?!EU)[A-Z]{2}(-[A-Z\d]{1,3})?$/);
    }),
  );
});

test('a wrong call says how to fix it', () => {
  const said =
    (...args: unknown[]) =>
    () =>
      visitorFrom(...(args as Parameters<typeof visitorFrom>));
  expect(said({}, 'cloudfare')).toThrow(
    '[askfirst] visitorFrom: "cloudfare" is not a known host. Use one of cloudflare, vercel, netlify, fastly, cloudfront, nginx',
  );
  expect(said({}, 'constructor')).toThrow('"constructor" is not a known host');
  expect(said({})).toThrow('"undefined" is not a known host');
  expect(said(undefined, 'vercel')).toThrow('has to be the headers of the request');
});
