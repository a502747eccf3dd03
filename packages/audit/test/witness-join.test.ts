import { expect, test } from 'vitest';
import { joinRequests } from '../src/witness/join.js';
import type { WireHop } from '../src/witness/net-log-events.js';
import type { ToldHop } from '../src/witness/told.js';

const ZERO = 1_000_000;
const PAGE = 'https://www.shop.example/';
let source = 0;
const wire = (url: string, at: number, more: Partial<WireHop> = {}): WireHop => ({
  source: ++source,
  url,
  method: 'GET',
  at: ZERO + at,
  initiator: 'https://www.shop.example',
  isNavigation: false,
  isPrefetch: false,
  left: true,
  status: 200,
  cookiesSent: [],
  cookiesSet: [],
  ...more,
});
const target: ToldHop['target'] = { sessionId: 's', kind: 'page', url: PAGE };
const told = (url: string, at: number, more: Partial<ToldHop> = {}): ToldHop => ({
  id: `${at}`,
  url,
  method: 'GET',
  type: 'Script',
  at: ZERO + at,
  target,
  document: PAGE,
  isMainFrame: true,
  causes: [{ kind: 'markup', url: PAGE, line: 3 }],
  redirects: [],
  fromCache: false,
  fromServiceWorker: false,
  ...more,
});
const pages = [{ url: PAGE, at: ZERO + 50 }];
const join = (hops: WireHop[], tells: ToldHop[], preconnects: { url: string; at: number }[] = []) =>
  joinRequests({ hops, preconnects }, tells, pages, ZERO);

test('what both tell of is one request', () => {
  const url = 'https://tag.example/a.js';
  const requests = join([wire(url, 101, { cookiesSent: ['id'] })], [told(`${url}#x`, 100)]);
  expect(requests).toMatchObject([
    { at: 100, type: 'script', page: PAGE, isThirdParty: true, cookiesSent: ['id'], status: 200 },
  ]);
});

test('what the log alone tells of is a request, too, and what the browser asks for itself is none', () => {
  const url = 'https://beacon.example/bye';
  const requests = join(
    [wire(url, 100, { method: 'POST' }), wire('https://updates.example/', 120, { initiator: undefined })],
    [],
  );
  expect(requests).toMatchObject([
    { url, method: 'POST', page: PAGE, causes: [{ kind: 'unknown', url: 'https://www.shop.example' }] },
  ]);
});

test('what never left is no request, and what the cache answered says so', () => {
  const cached = told('https://tag.example/cached.js', 200, { fromCache: true });
  const blocked = told('https://tag.example/blocked.js', 100, { failed: 'csp' });
  expect(join([], [blocked, cached])).toMatchObject([{ url: cached.url, fromCache: true }]);
  const fromDisk = wire(cached.url, 201, { left: false, status: undefined });
  expect(join([fromDisk], [cached])).toMatchObject([{ url: cached.url, fromCache: true }]);
});

test('a script that was loaded by a script leads back to the page', () => {
  const loader = told('https://www.shop.example/loader.js', 100);
  const pixel = told('https://tag.example/pixel', 200, { causes: [{ kind: 'script', url: loader.url, line: 1 }] });
  const [, request] = join([wire(loader.url, 100), wire(pixel.url, 200)], [loader, pixel]);
  expect(request?.causes).toEqual([
    { kind: 'script', url: loader.url, line: 1 },
    { kind: 'markup', url: PAGE, line: 3 },
  ]);
});

test('scripts that load each other lead in no circle', () => {
  const [a, b] = ['https://a.example/a.js', 'https://a.example/b.js'];
  const tells = [
    told(a, 100, { causes: [{ kind: 'script', url: b }] }),
    told(b, 200, { causes: [{ kind: 'script', url: a }] }),
  ];
  expect(join([wire(a, 100), wire(b, 200)], tells)).toHaveLength(2);
});

test('a picture that a style sheet names is caused by the style sheet', () => {
  const sheet = told('https://www.shop.example/a.css', 100, { type: 'Stylesheet' });
  const picture = told('https://css.example/a.gif', 200, { causes: [{ kind: 'markup', url: sheet.url }] });
  const [, request] = join([wire(sheet.url, 100), wire(picture.url, 200)], [sheet, picture]);
  expect(request?.causes.map(({ kind }) => kind)).toEqual(['stylesheet', 'markup']);
});

test('what a service worker asks for in place of the page is the one that left', () => {
  const url = 'https://www.shop.example/data';
  const worker: ToldHop['target'] = { sessionId: 'w', kind: 'service-worker', url: 'https://www.shop.example/sw.js' };
  const asked = told(url, 100, {
    fromServiceWorker: true,
    causes: [{ kind: 'script', url: 'https://a.example/a.js' }],
  });
  const own = told(url, 105, {
    target: worker,
    isMainFrame: false,
    causes: [{ kind: 'service-worker', url: worker.url }],
  });
  const requests = join([wire(url, 106)], [asked, own]);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    from: { kind: 'service-worker', url: worker.url },
    causes: [{ kind: 'service-worker' }, { kind: 'script', url: 'https://a.example/a.js' }],
  });
});

test('each hop of a redirect is a request', () => {
  const [out, there] = ['https://www.shop.example/out', 'https://tag.example/there'];
  const hops = [wire(out, 100, { source: 900, status: 302 }), wire(there, 150, { source: 900 })];
  expect(join(hops, [])).toMatchObject([
    { url: out, status: 302, redirects: [] },
    { url: there, redirects: [out], isThirdParty: true },
  ]);
});

test('a connection alone counts where nothing else goes', () => {
  const asked = 'https://tag.example/a.js';
  const preconnects = [
    { url: 'https://tag.example/', at: ZERO + 90 },
    { url: 'https://fonts.example/', at: ZERO + 95 },
  ];
  expect(join([wire(asked, 100)], [told(asked, 100)], preconnects).map(({ url, type }) => [type, url])).toEqual([
    ['preconnect', 'https://fonts.example/'],
    ['script', asked],
  ]);
});

test('a host without a registrable domain is a site of its own', () => {
  const local = [{ url: 'http://localhost:3000/', at: ZERO }];
  const [own, other] = joinRequests(
    {
      hops: [
        wire('http://localhost:3001/a', 100, { initiator: 'http://localhost:3000' }),
        wire('http://127.0.0.1/b', 200, { initiator: 'http://localhost:3000' }),
      ],
      preconnects: [],
    },
    [],
    local,
    ZERO,
  );
  expect([own?.isThirdParty, other?.isThirdParty]).toEqual([false, true]);
});
