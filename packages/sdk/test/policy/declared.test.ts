import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest, isHost } from '../../src/policy/declared.js';
import type { Options } from '../../src/policy/types.js';
import { areValid } from '../../src/policy/valid.js';

const SITE = new URL('https://www.shop.example.com/cart/');
const isOf = (entry: string, address: string) => isHost([entry], new URL(address, SITE), SITE);
const isRight = (entry: unknown) =>
  areValid({ services: [{ id: 'x', name: 'X', provider: 'X', category: 'analytics', hosts: [entry] }] } as Options);

describe('an entry of hosts', () => {
  test.each<[entry: string, same: string[], other: string[]]>([
    [
      'cdn.example.net',
      [
        'https://cdn.example.net',
        'http://cdn.example.net/a?b#c',
        'https://cdn.example.net:8443/',
        '//CDN.example.net./',
      ],
      ['https://example.net/', 'https://a.cdn.example.net/', 'https://not-cdn.example.net/', '/cdn.example.net/'],
    ],
    ['CDN.Example.net/', ['https://cdn.example.net/a'], ['https://example.net/a']],
    [
      '*.example.net',
      ['https://a.example.net/', 'https://b.a.example.net./'],
      ['https://example.net/', 'https://notexample.net/'],
    ],
    [
      'cdn.example.net:8443',
      ['https://cdn.example.net:8443/a'],
      ['https://cdn.example.net/a', 'https://cdn.example.net:8444/'],
    ],
    [
      'cdn.example.net:443',
      ['https://cdn.example.net/a', 'https://cdn.example.net:443/'],
      ['https://cdn.example.net:8443/'],
    ],
    [
      'www.shop.example.com/metrics/',
      [
        '/metrics/',
        '/metrics/g/collect?v=2',
        '/metrics',
        '/metrics?v=2',
        '//WWW.shop.example.com.:443/metrics/a',
        'https://www.shop.example.com:8443/metrics/a',
        // As servers read it.
        '/%6detric%73/g',
        '/%6detrics/%/%ff',
        '/metrics%2Fg',
        '//www.shop.example.com//metrics//g',
        '/cart/../metrics/g',
        '/cart/%2e%2E/metrics/g',
        '/./metrics/g',
        '\\metrics\\g',
      ],
      [
        '/',
        '/cart/',
        '/metrics-of-the-shop/',
        '/Metrics/g',
        '/cart/metrics/',
        '/metrics/../cart/',
        '/metrics/%2e%2e/cart/',
        '/cart?/metrics/',
        '/cart#/metrics/',
        'https://shop.example.com/metrics/',
        'https://cdn.example.net/metrics/',
        'data:text/plain,/metrics/',
        'blob:https://www.shop.example.com/metrics/',
      ],
    ],
    [
      '/metrics/',
      ['/metrics/g', 'https://www.shop.example.com./metrics/g'],
      ['/', 'https://cdn.example.net/metrics/g'],
    ],
    // A path that is no folder.
    ['/api/event', ['/api/event?n=1', '/api/event/2'], ['/api/events', '/api/']],
    ['/métriques/', ['/métriques/g', '/m%C3%A9triques/g'], ['/metriques/g']],
    ['/m%c3%a9triques/', ['/métriques/g'], ['/metriques/g']],
    ['*.example.net/a/', ['https://x.example.net/a/b'], ['https://x.example.net/b/a/', 'https://example.net/a/']],
  ])('%s matches where a service is, and nothing else', (entry, same, other) => {
    for (const address of same) expect([address, isOf(entry, address)]).toEqual([address, true]);
    for (const address of other) expect([address, isOf(entry, address)]).toEqual([address, false]);
    expect(isRight(entry)).toBe(true);
  });

  test('that is a path alone is on the host and port of the page, and nowhere without a page', () => {
    const local = new URL('http://localhost:3000/');
    expect(isHost(['/metrics/'], new URL('/metrics/g', local), local)).toBe(true);
    expect(isHost(['/metrics/'], new URL('http://localhost:4000/metrics/g'), local)).toBe(false);
    expect(isHost(['/metrics/'], new URL('/metrics/g', SITE))).toBe(false);
    expect(isHost(['/metrics/'], new URL('file:///metrics/g'))).toBe(false);
  });

  test.each([
    'https://cdn.example.net',
    '//cdn.example.net',
    'cdn.example.net/a?b',
    'cdn.example.net/#a',
    'cdn.example.net/a b',
    'cdn.example.net:port',
    'user@cdn.example.net',
    'cdn..example.net',
    'cdn.example.net, a.example.net',
    'münchen.example',
    '*',
    '*.',
    '*example.net',
    'a.*.example.net',
    '/metrics/*',
    '/metrics/../',
    '/metrics/%2E./a',
    '/./metrics/',
    '/metrics//a',
    '\\metrics\\',
    '/"',
    '/',
    '',
    ' ',
    null,
    5,
    {},
  ])('that is %j is a mistake, and matches nothing if it was not found', (entry) => {
    expect(isRight(entry)).toBe(false);
    for (const address of ['/', '/metrics/a', 'https://cdn.example.net/a'])
      expect([address, isOf(entry as string, address)]).toEqual([address, false]);
  });

  const word = fc.stringMatching(/^[a-z\d]{1,6}$/);
  const host = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join('.')}.example`);
  const parts = fc.array(word, { minLength: 1, maxLength: 3 });

  test('matches what begins with it, and nothing that begins otherwise, however it is written', () => {
    /** Writes some characters as escapes. */
    const escaped = (text: string, picks: readonly boolean[]) =>
      [...text].map((sign, at) => (picks[at] ? `%${sign.charCodeAt(0).toString(16)}` : sign)).join('');
    fc.assert(
      fc.property(host, parts, parts, fc.array(fc.boolean(), { maxLength: 30 }), (name, own, more, picks) => {
        const path = own.map((each) => escaped(each, picks)).join('/');
        const entry = `${name}/${own.join('/')}/`;
        expect(isRight(entry)).toBe(true);
        expect(isOf(entry, `https://${name.toUpperCase()}./${path}/${more.join('/')}?${more}`)).toBe(true);
        expect(isOf(entry, `https://${name}/x${path}/`)).toBe(false);
        expect(isOf(entry, `https://${name}/${path}x/`)).toBe(false);
        expect(isOf(entry, `https://${name}/${path}/${'../'.repeat(own.length)}0_0`)).toBe(false);
      }),
    );
  });

  test('of any kind throws nothing, and is never all of the site', () => {
    const entry = fc.oneof(
      fc.string(),
      fc.string().map((text) => `/${text}`),
      fc.webPath(),
    );
    fc.assert(
      fc.property(entry, fc.webUrl(), (text, address) => {
        isOf(text, address);
        expect([text, isOf(text, '/')]).toEqual([text, false]);
      }),
      { numRuns: 200 },
    );
  });
});

test('a service behind a path of a host is meant there, and who has the whole host everywhere else', () => {
  const site = { id: 'site', hosts: ['*.example.com'] };
  const metrics = { id: 'metrics', hosts: ['cdn.example.net', '/metrics/'] };
  const other = { id: 'other', hosts: ['www.shop.example.com/metrics'] };
  const chat = { id: 'chat', hosts: ['/metrics/chat/'] };
  const none: { id: string; hosts?: string[] } = { id: 'none' };
  const at = (address: string) =>
    closest([site, metrics, other, chat, none], new URL(address, SITE), SITE)
      .map(({ id }) => id)
      .join();
  expect(at('/cart/')).toBe('site');
  expect(at('/metrics/g')).toBe('metrics,other');
  expect(at('/metrics/chat/a')).toBe('chat');
  expect(at('https://cdn.example.net/')).toBe('metrics');
  expect(at('https://elsewhere.example/')).toBe('');
});
