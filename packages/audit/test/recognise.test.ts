import { describe, expect, test } from 'vitest';
import type { SeenRequest } from '../src/model.js';
import { googleHitOf } from '../src/recognise/google-hit.js';
import { closest, withDomains } from '../src/recognise/match.js';
import { recognise } from '../src/recognise/recognise.js';
import { cookie, PAGE, request, stored, visitOf } from './visits.js';

const seen = (url: string, more: Partial<SeenRequest> = {}) =>
  recognise(visitOf('untouched', { requests: [request(url, 100, more)] })).requests[0];

describe('the vendor of a request', () => {
  test.each([
    ['https://www.googletagmanager.com/gtag/js?id=G-ABCD1234', 'ga4', 'host'],
    ['https://www.googletagmanager.com/gtm.js?id=GTM-ABCD', 'gtm', 'host'],
    ['https://www.googletagmanager.com/gtag/js?id=AW-123456789', 'google-ads', 'host'],
    ['https://region1.google-analytics.com/g/collect?v=2&tid=G-ABCD1234', 'ga4', 'host'],
    ['https://connect.facebook.net/en_US/fbevents.js', 'meta-pixel', 'host'],
    ['https://www.facebook.com/tr?id=123456789012&ev=PageView', 'meta-pixel', 'host'],
    // Google's tag gateway, whose paths the owner chooses.
    [`${PAGE}metrics/?id=G-ABCD1234`, 'ga4', 'path'],
    [`${PAGE}metrics/ga/g/c?v=2&tid=G-ABCD1234&gcs=G111`, 'ga4', 'path'],
    ['https://gtm.shop.example/x.js?id=GTM-ABCD', 'gtm', 'path'],
    [`${PAGE}stats/m.php?idsite=1&rec=1`, 'matomo', 'path'],
  ])('%s is %s by %s', (url, id, by) => {
    expect(seen(url)?.vendor).toMatchObject({ id, by });
  });

  test('what is sent shows it too', () => {
    const body = '{"n":"pageview","v":27,"u":"https://www.shop.example/","d":"shop.example","r":null}';
    expect(seen(`${PAGE}api/visit`, { body })?.vendor).toMatchObject({ id: 'plausible', by: 'content' });
    expect(seen(`${PAGE}ingest/e/`, { body: '{"api_key":"phc_abc","batch":[]}' })?.vendor?.id).toBe('posthog');
  });

  test('the address it was sent on from counts, and that it was sent on to', () => {
    const out = `${PAGE}out?to=1`;
    expect(seen('https://www.shop.example/pixel.gif', { redirects: ['https://bat.bing.com/p'] })?.vendor?.id).toBe(
      'microsoft-uet',
    );
    expect(seen('https://stats.g.doubleclick.net/x', { redirects: [out] })?.vendor?.name).toMatch(/^Google/);
  });

  test('vendors beside the catalogue are named; strangers and the site itself are not', () => {
    expect(seen('https://ib.adnxs.com/px')?.vendor).toMatchObject({ name: 'AppNexus', category: 'marketing' });
    expect(seen('https://mc.yandex.ru/metrika/tag.js')?.vendor?.category).toBe('analytics');
    expect(seen('https://cdn.stranger.example/a.js')?.vendor).toBeUndefined();
    expect(seen(`${PAGE}search?id=GADGET&v=2`)?.vendor).toBeUndefined();
    expect(seen(`${PAGE}api/send`, { body: '{"type":"event"}' })?.vendor).toBeUndefined();
  });
});

describe('the vendor of what is stored', () => {
  const vendors = recognise(
    visitOf('untouched', {
      cookies: [
        cookie('_ga', 1),
        cookie('_ga_ABCD', 1),
        cookie('PHPSESSID', 1),
        cookie('x', 1, { domain: '.doubleclick.net', isThirdParty: true }),
        cookie('mine', 1),
      ],
      storage: [
        stored('localStorage', 'askfirst', 1),
        stored('localStorage', 'klaro', 1),
        stored('localStorage', 'y', 1, { origin: 'https://www.youtube.com' }),
      ],
    }),
  );

  test('is known by its name, or by the host it belongs to', () => {
    expect(vendors.cookies.map(({ vendor }) => vendor?.id ?? vendor?.category)).toEqual([
      'ga4',
      'ga4',
      'necessary',
      expect.stringMatching(/^google-ad/),
      undefined,
    ]);
    expect(vendors.storage.map(({ vendor }) => vendor?.category)).toEqual(['necessary', 'necessary', 'functional']);
  });
});

describe('hits of Google', () => {
  const signals = (query: string) =>
    googleHitOf(`https://www.google-analytics.com/g/collect?v=2&tid=G-X&${query}`)?.signals;
  const all = (ad: string, analytics: string, user = ad, personal = ad) => ({
    ad_storage: ad,
    analytics_storage: analytics,
    ad_user_data: user,
    ad_personalization: personal,
  });

  // Observed with copies of Google's tag, outside and within the regions of the Digital Markets Act.
  test.each([
    ['gcd=13l3l3l3l1l1', all('unset', 'unset')],
    ['gcd=13l3l3l2l1l1', all('unset', 'unset', 'unset', 'denied')],
    ['gcs=G100&gcd=13p3p3p3p5l1', all('denied', 'denied')],
    ['gcs=G111&gcd=13r3r3r3r5l1', all('granted', 'granted')],
    ['gcs=G100&gcd=13q3q3q3q5l1', all('denied', 'denied')],
    ['gcs=G111&gcd=13t3t3t3t5l1', all('granted', 'granted')],
    ['gcs=G111&gcd=13v3v3v3v5l1', all('granted', 'granted')],
    ['gcs=G100&gcd=13u3u3u3u5l1', all('denied', 'denied')],
    ['gcs=G111&gcd=13n3n3n3n5l1', all('granted', 'granted')],
    ['gcs=G100&gcd=13m3m3m3m5l1', all('denied', 'denied')],
    ['gcs=G101&gcd=13p3r3p3p5l1', all('denied', 'granted')],
    ['gcs=G100&gcd=13p3pPl2l5l1', all('denied', 'denied', 'unset', 'denied')],
    ['gcs=G100&gcd=11p1p1p1p5', all('denied', 'denied')],
    ['gcs=G1--', all('unset', 'unset')],
    ['gcs=G110', all('granted', 'denied', 'unset', 'unset')],
    ['', all('unset', 'unset')],
  ])('%s', (query, expected) => {
    expect(signals(query)).toEqual(expected);
  });

  test('keep what was sent, also where semicolons separate', () => {
    expect(googleHitOf('https://ad.doubleclick.net/activity;src=1;gcs=G101;npa=1;dma=1?')).toMatchObject({
      gcs: 'G101',
      npa: '1',
      dma: '1',
      signals: { ad_storage: 'denied', analytics_storage: 'granted' },
    });
    expect(googleHitOf('https://www.googletagmanager.com/gtag/js?id=G-X')).toBeUndefined();
  });
});

test('an entry of hosts means what it means to the SDK, and the one that says most wins', () => {
  const own = new URL('https://www.shop.example:8443/page');
  const rows = [
    { id: 'wide', hosts: withDomains(['*.vendor.example']) },
    { id: 'narrow', hosts: ['stats.vendor.example'] },
    { id: 'path', hosts: ['vendor.example/collect'] },
    { id: 'own', hosts: ['/metrics'] },
  ];
  const of = (address: string) => closest(rows, new URL(address), own)?.id;
  expect(of('https://vendor.example/')).toBe('wide');
  expect(of('https://stats.vendor.example/')).toBe('narrow');
  expect(of('https://vendor.example/collect/1')).toBe('path');
  expect(of('https://www.shop.example:8443//m%65trics/hit')).toBe('own');
  expect(of('https://www.shop.example/metrics')).toBe(undefined);
  expect(of('https://www.shop.example:8443/metrics-shop')).toBe(undefined);
});
