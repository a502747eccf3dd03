import type { Service } from '@askfirst/data';
import { checkOptions, resolveCategories } from 'askfirst/policy';
import { type HeadStubParts, headStub } from 'askfirst/server';
import { googleAnalytics, googleTagManager } from 'askfirst/services';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Options } from '../../src/policy/types.js';
import { readScriptOptions } from '../../src/script/options.js';
import { validOptions } from '../options.js';

vi.mock('../../src/server/head-text.js', () => ({ headText: 'stub()' }));

const SRC = '/askfirst/0.1.0/askfirst.js';
const write = (options: Options, more: Partial<HeadStubParts> = {}) => headStub({ src: SRC, options, ...more });

const unescaped = (text = '') =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** What a browser makes of the markup, and nothing else than these elements may be in it. */
function parse(html: string) {
  const elements =
    /^(?:<script type="application\/json" data-askfirst-config>([^<]*)<\/script>)?<script((?: [a-z\d-]+(?:="[^"<]*")?)*)><\/script><script(?: nonce="[^"<]*")?>stub\(\)<\/script>$/.exec(
      html,
    );
  if (!elements) throw new Error(`Other markup than expected: ${html}`);
  const [, json, core = ''] = elements;
  const attributesOf = (text: string) =>
    Object.fromEntries(
      [...text.matchAll(/ ([a-z\d-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, unescaped(value)]),
    );
  const attributes: Record<string, string> = attributesOf(core);
  const dataset = Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name.startsWith('data-'))
      .map(([name, value]) => [name.slice(5).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), value]),
  );
  const doc = { querySelector: () => json && { textContent: json } } as unknown as Document;
  return { attributes, options: readScriptOptions(doc, dataset) };
}

const asked = (options: Options) => parse(write(options)).attributes['data-asked'];

test('a usual site: the two elements of the fast path, and attributes only', () => {
  const options = {
    services: [googleAnalytics('G-TEST1'), googleTagManager('GTM-TEST1')],
    categories: { functional: {} },
    controller: { name: 'Shop & "Sons" <Ltd>' },
    policy: { url: '/privacy', version: '2026-06-22' },
    ui: { lang: 'de', layout: 'card', position: 'bottom-start' },
    consentMode: { mode: 'advanced' },
  } as const;
  expect(headStub({ src: SRC, nonce: 'bm9uY2U=', region: 'US-CA', options })).toBe(
    '<script async fetchpriority="high" src="/askfirst/0.1.0/askfirst.js" nonce="bm9uY2U="' +
      ' data-ga4="G-TEST1" data-gtm="GTM-TEST1" data-categories="functional"' +
      ' data-controller="Shop &amp; &quot;Sons&quot; &lt;Ltd>" data-policy-url="/privacy" data-policy-version="2026-06-22"' +
      ' data-region="US-CA" data-lang="de" data-layout="card" data-position="bottom-start" data-consent-mode="advanced"' +
      ' data-asked="analytics:ga4,gtm functional:"></script><script nonce="bm9uY2U=">stub()</script>',
  );
});

test('files of another host with a hash are fetched so that the browser may check them', () => {
  const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC';
  const { attributes } = parse(headStub({ src: 'https://static.example.test/askfirst.js', integrity }));
  expect(attributes).toMatchObject({ integrity, crossorigin: 'anonymous' });
  expect(parse(headStub({ src: SRC, integrity })).attributes).not.toHaveProperty('crossorigin');
});

test('the place of the request comes before that of the options', () => {
  expect(parse(write({ region: 'DE' }, { region: 'FR' })).attributes['data-region']).toBe('FR');
  expect(parse(write({ region: 'DE' }, { region: undefined })).attributes['data-region']).toBe('DE');
});

test('a site that leaves dataLayer alone says so where the stub reads it', () => {
  expect(parse(write({ consentMode: false })).attributes['data-consent-mode']).toBe('off');
});

describe('what a stored choice has to be about', () => {
  const services = [googleAnalytics('G-TEST1')];
  test('services and revision of each category', () => {
    expect(asked({ services, categories: { functional: {} }, revision: '2' })).toBe('analytics:ga4,@2 functional:@2');
    expect(asked({ services: [{ id: 'own', name: 'Own', provider: 'Us', category: 'necessary' }] })).toBeUndefined();
  });

  test.each<[string, Options]>([
    ['other signals', { services, categories: { analytics: { signals: [] } } }],
    ['another reading of Global Privacy Control', { services, categories: { analytics: { gpc: true } } }],
    ['an answer that may lie in a cookie', { services, cookieDomain: 'example.test' }],
    ['options that are wrong', { services: [...services, ...services] }],
  ])('is left to the core for %s', (_, options) => {
    expect(asked({ services })).toBe('analytics:ga4');
    expect(asked(options)).toBeUndefined();
  });
});

test('what the script tag reads from the page is what the server said, whatever that was', () => {
  const google = fc.constantFrom<Service>(
    googleAnalytics('G-TEST1'),
    googleTagManager('GTM-TEST1'),
    googleTagManager('GTM-TEST1', 'marketing'),
    { ...googleAnalytics('AW-TEST2'), id: 'ads', name: '</script><!--' },
  );
  const nasty = fc.constantFrom<Options>(
    { controller: { name: '"></script><script>alert(1)</script>' } },
    { ui: { texts: { accept: '</script><!-- & "' } } },
    { policy: { url: '/a?b="c"&d', version: '' } },
    {},
  );
  const site = fc
    .tuple(validOptions, fc.uniqueArray(google, { selector: ({ id }) => id }), fc.nat(3), nasty)
    .map(([options, tags, place, more]) => {
      const others = (options.services ?? []).filter(({ id }) => !tags.some((tag) => tag.id === id));
      return { ...options, services: [...others.slice(0, place), ...tags, ...others.slice(place)], ...more };
    });
  const settled = ({ services: _, categories: __, consentMode, ...options }: Options) =>
    Object.fromEntries(
      Object.entries({ ...options, consentMode: consentMode === false ? { mode: 'off' } : consentMode })
        .map(([key, value]) => [key, JSON.parse(JSON.stringify(value ?? {}))])
        .filter(([, value]) => JSON.stringify(value) !== '{}'),
    );
  // What is shown of Google's services comes with the interface.
  const running = ({
    name: _,
    provider: __,
    policyUrl: ___,
    hosts: ____,
    stopsLive: _____,
    stores: ______,
    ...service
  }: Service) => service;
  const shape = (options: Options) =>
    resolveCategories(options).map(({ services, ...category }) => ({
      ...category,
      services: services.map((service) => (service.api ? running(service) : service)),
    }));
  fc.assert(
    fc.property(site, (options) => {
      const { options: read } = parse(write(options));
      expect(checkOptions(read)).toEqual([]);
      expect(settled(read)).toEqual(settled(options));
      expect(shape(read)).toEqual(shape(options));
    }),
    { numRuns: 500 },
  );
});

test.each<[string, unknown, string]>([
  [
    'no address',
    {},
    '"undefined" is not a valid address of askfirst.js. Write for example /askfirst/0.1.0/askfirst.js.',
  ],
  ['an address of something else', { src: 'javascript:alert(1).js' }, 'is not a valid address'],
  ['an address in data', { src: 'data:text/javascript,1.js' }, 'is not a valid address'],
  ['an address with a space', { src: '/ask first.js' }, 'is not a valid address'],
  ['an address that is a folder', { src: '/askfirst/' }, 'is not a valid address'],
  [
    'a nonce that ends the attribute',
    { src: SRC, nonce: '" onload="' },
    'is not a valid nonce. Make a new one for each response',
  ],
  ['an empty nonce', { src: SRC, nonce: '' }, '"" is not a valid nonce'],
  ['a nonce that is null', { src: SRC, nonce: null }, '"null" is not a valid nonce'],
  ['a wrong hash', { src: SRC, integrity: 'abc' }, 'Copy the hash of askfirst.js from sri.json.'],
  ['a function', { src: SRC, options: { withdrawal() {} } }, 'HTML cannot carry a function.'],
  ['options that are none', { src: SRC, options: null }, 'options has to be an object'],
])('%s: one error that says how to fix it', (_, parts, message) => {
  expect(() => headStub(parts as HeadStubParts)).toThrow(message);
  expect(() => headStub(parts as HeadStubParts)).toThrow(/^\[askfirst\] headStub: /);
});

test.each([
  '/askfirst.js',
  'askfirst.js',
  '../a/askfirst.js',
  '//cdn.example/askfirst.js',
  'https://cdn.example:8443/a/askfirst.js?v=1',
])('the address %s is fine', (src) => {
  expect(parse(headStub({ src })).attributes.src).toBe(src);
});

test.each<[string, unknown]>([
  ['services', { services: 5 }],
  ['a service', { services: [null] }],
  ['a vendor', { services: [{ api: 'constructor', tagId: 'x' }] }],
  ['categories', { categories: { a: null } }],
  ['a key with a space', { categories: { 'a b': {} } }],
  ['two services of one id', { services: [googleAnalytics('G-A'), googleTagManager('GTM-A'), googleAnalytics('G-B')] }],
  ['groups', { controller: null, ui: 'bar', policy: [] }],
  ['an unknown key', { polcy: { url: '/' } }],
])('wrong options (%s) reach the page, which says what is wrong', (_, options) => {
  expect(checkOptions(parse(write(options as Options)).options)).not.toEqual([]);
});
