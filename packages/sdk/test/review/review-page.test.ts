import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../src/help/explain.js';
import type { Options } from '../../src/policy/types.js';
import { reviewPage } from '../../src/review/review-page.js';
import { reviewQueue } from '../../src/review/review-queue.js';
import { argumentsOf, denied, type Entry } from '../effects/page.js';

const empty = { querySelector: () => null, querySelectorAll: () => [] } as unknown as Document;
const review = (options: Options, doc = empty) =>
  reviewPage({
    options,
    granted: {} as never,
    doc,
    texts: ['title'],
    languageOf: (wanted) => wanted.slice(0, 2) || 'en',
  });

test('says so if a tag was queued before the default, and only then', () => {
  const command = fc.constantFrom('config', 'event', 'js', 'get', 'set', 'consent');
  const entry = fc.oneof(
    command.map((verb) => argumentsOf(verb, verb === 'consent' ? 'default' : 'x', { ...denied, wait_for_update: 500 })),
    fc.constantFrom<unknown>({ event: 'gtm.js' }, { page: 'home' }, null, undefined, argumentsOf(), () => {}),
  ) as fc.Arbitrary<Entry | null | undefined>;
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), (left) => {
      const isTag = (each: (typeof left)[number]) =>
        !!each?.event || (typeof each === 'object' && /^(config|event|js|get)$/.test(String(each?.[0])));
      const firstConsent = left.findIndex((each) => each?.[0] === 'consent');
      const before = firstConsent < 0 ? left : left.slice(0, firstConsent);
      const ours = argumentsOf('consent', 'default', denied);
      expect(reviewQueue({}, [...left, ours])).toEqual(before.some(isTag) ? [['late']] : []);
    }),
    { numRuns: 300 },
  );
});

test('says so if Google can hear nothing, unless it has nothing to hear', () => {
  expect(reviewQueue({}, Object.freeze([]))).toEqual([['queue']]);
  expect(reviewQueue({}, clobbered())).toEqual([['queue']]);
  expect(reviewQueue({ consentMode: false }, clobbered())).toEqual([]);
  expect(reviewQueue({ consentMode: { mode: 'off' } }, clobbered())).toEqual([]);
});

/** What an element whose id is `dataLayer` makes of `window.dataLayer`. */
function clobbered(): unknown {
  return { localName: 'div' };
}

test('names what waits for the choice about a service that there is none of, and a category that has no services to choose from', () => {
  const held = ['analytics__hotjar', 'analytics__hotjr', 'functional analytics__hotjr|chat'];
  const doc = {
    ...empty,
    querySelectorAll: (selector: string) =>
      selector === '[data-consent]'
        ? held.map((consent) => ({ localName: 'script', dataset: { consent }, getAttribute: () => null }))
        : [],
    baseURI: 'https://www.example.com/',
    location: new URL('https://www.example.com/'),
  } as unknown as Document;
  const services = [{ id: 'hotjar', category: 'analytics' }];
  const found = review({ services, perService: ['analytics', 'anlytics'] } as never, doc);
  expect(found.map(([code, about]) => [code, about])).toEqual([
    ['category', 'anlytics'],
    ['category', 'analytics__hotjr'],
  ]);
  expect(explain(found)).toContain(
    'There is no category "analytics__hotjr", so it stays denied. Known: necessary, analytics, analytics__hotjar.',
  );
});

test('names texts and languages there are none of, and an address that no link may lead to', () => {
  expect(review({ ui: { texts: { titel: 'x', title: 'y' } as never, lang: 'en-GB' } })).toEqual([
    ['key', 'titel', 'ui.texts', ['title'], 'title'],
  ]);
  const english = {
    options: { ui: { lang: 'it' } },
    granted: {} as never,
    doc: empty,
    dataLayer: [],
    texts: [],
    languageOf: () => 'en',
  };
  expect(reviewPage(english)).toEqual([['lang', 'it', 'en']]);
  expect(review({ policy: { url: 'javascript:alert(1)' } })).toMatchObject([
    ['value', 'policy.url', 'javascript:alert(1)', 'an address of your site, or one with https:'],
  ]);
  expect(review({ policy: { url: '/privacy' } })).toEqual([]);
});

test('a held element belongs to a service if the service has its host, or the path of its host', () => {
  const held = (src: string) => ({
    localName: 'script',
    dataset: { consent: 'marketing' },
    getAttribute: (name: string) => (name === 'src' ? src : null),
  });
  const location = new URL('https://www.shop.example/');
  const found = (src: string) =>
    review(
      {
        services: [
          { id: 'x', name: 'X', provider: 'X', category: 'marketing', hosts: ['cdn.example.net/x/', '*.example.org'] },
        ],
      },
      {
        baseURI: location.href,
        location,
        querySelector: () => null,
        querySelectorAll: (wanted: string) => (wanted === '[data-consent]' ? [held(src)] : []),
      } as unknown as Document,
    );
  for (const src of ['https://cdn.example.net/x/a.js', '//a.example.org/a.js', '/metrics/a.js'])
    expect(found(src)).toEqual([]);
  expect(found('https://cdn.example.net/y/a.js')).toEqual([['undeclared', 'script', 'cdn.example.net', 'marketing']]);
});

test('a declared service that is loaded without waiting is named once, and not what is held, granted or no script', () => {
  const element = (localName: string, src: string, more: object = {}) => ({
    localName,
    src,
    type: '',
    dataset: {},
    getAttribute: () => null,
    ...more,
  });
  const found = (elements: object[], services: object[], granted = {}) =>
    reviewPage({
      options: { services } as Options,
      granted: granted as never,
      texts: [],
      languageOf: () => 'en',
      facts: { matomo: { id: 'matomo', name: 'Matomo', hosts: ['*.matomo.cloud'] } as never },
      doc: {
        ...empty,
        querySelectorAll: (wanted: string) => (wanted.startsWith('script[src],') ? elements : []),
      } as never,
    });
  const heat = { id: 'heat', name: 'Heat', provider: 'H', category: ['analytics', 'marketing'], hosts: ['h.example'] };
  const tag = element('script', 'https://h.example/a.js');
  expect(found([tag, tag], [heat])).toEqual([['ungated-service', 'script', tag.src, 'Heat', 'analytics']]);
  expect(found([element('iframe', 'https://h.example/f')], [heat])).toMatchObject([
    { 0: 'ungated-service', 1: 'iframe' },
  ]);
  expect(found([tag], [heat], { marketing: true })).toEqual([]);
  expect(found([tag], [heat, { ...heat, id: 'two', category: 'necessary' }], { necessary: true })).toEqual([]);
  expect(
    found(
      [
        { ...tag, type: 'text/plain' },
        { ...tag, dataset: { consent: 'analytics' } },
      ],
      [heat],
    ),
  ).toEqual([]);
  expect(
    found([element('script', ''), element('img', 'http://['), element('script', 'https://other.example/')], [heat]),
  ).toEqual([]);
  // Of a service that is named by its id the catalogue knows the hosts; on a host of the site its own address is known.
  const cloud = element('script', 'https://shop.matomo.cloud/matomo.js');
  expect(found([cloud], [{ id: 'matomo', category: 'analytics' }])).toMatchObject([{ 2: cloud.src, 3: 'Matomo' }]);
  const own = element('script', 'https://stats.example/matomo.js?v=2');
  expect(
    found([own], [{ id: 'matomo', category: 'analytics', script: 'https://stats.example/matomo.js' }]),
  ).toHaveLength(1);
});
