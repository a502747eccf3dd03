import { expect, test } from 'vitest';
import { checkOptions } from '../../src/help/check-options.js';
import type { Options } from '../../src/policy/types.js';
import { areValid } from '../../src/policy/valid.js';

const chat = { id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' };
const item = { name: 'chat_id', kind: 'cookie', lifetime: [13, 'month'] };
const ga4 = { id: 'ga4', category: 'analytics', api: 'gtag', tagId: 'G-1' };

const allKeys =
  'controller, policy, services, categories, region, regimes, revision, consentMode, ui, withdrawal, site, cookieDomain, markup, importFrom, perService'
    .split(', ')
    .sort();

test.each<[object, unknown[]]>([
  [{ controler: {} }, ['key', 'controler', 'options']],
  [{ policy: { link: '/x' } }, ['key', 'link', 'policy', 'url, version']],
  [{ ui: { colour: 'red' } }, ['key', 'colour', 'ui', 'lang, layout, position, logo, scheme, placeholder, texts']],
  [{ categories: { analytics: { gcp: true } } }, ['key', 'gcp', 'category "analytics"']],
  [{ controller: 'Example' }, ['object', 'controller']],
  [{ categories: { analytics: 'yes' } }, ['object', 'category "analytics"']],
  [{ services: chat }, ['list', 'services']],
  [{ consentMode: { regions: [{ region: 'DE' }] } }, ['list', 'consentMode.regions.region']],
  [{ ui: { layout: 'top' } }, ['value', 'ui.layout', 'top', 'bar, card, modal, none']],
  [{ ui: { position: 'left' } }, ['value', 'ui.position', 'left', 'top, bottom, bottom-start, bottom-end, center']],
  [{ ui: { scheme: 'auto' } }, ['value', 'ui.scheme', 'auto', 'light, dark']],
  [{ consentMode: { mode: 'on' } }, ['value', 'consentMode.mode', 'on', 'basic, advanced, off']],
  [{ markup: 'cookiebotz' }, ['value', 'markup', 'cookiebotz']],
  [{ importFrom: [{ tool: 'klaro', since: 'May' }] }, ['value', 'importFrom']],
  [{ region: 'EU' }, ['region', 'EU']],
  [{ region: 'EEA' }, ['region', 'EEA']],
  [{ region: 'Germany' }, ['region', 'Germany']],
  [{ regimes: { EU: 'opt-in' } }, ['region', 'EU']],
  [{ regimes: { California: 'opt-in' } }, ['region', 'California']],
  // Looser than the law is not to be had.
  [{ regimes: { DE: 'opt-out' } }, ['value', 'regimes.DE', 'opt-out', 'opt-in']],
  [{ regimes: 'opt-in' }, ['object', 'regimes']],
  [{ regime: { DE: 'opt-in' } }, ['key', 'regime', 'options']],
  [{ consentMode: { regions: [{ region: ['DE', 'EU'] }] } }, ['region', 'EU']],
  [{ categories: { '2nd': {} } }, ['category-key', '2nd']],
  [{ services: [{ ...chat, category: 'a b' }] }, ['category-key', 'a b']],
  [{ services: [{ ...chat, provider: '' }] }, ['service', 'chat']],
  [{ services: [chat, chat] }, ['duplicate', 'chat']],
  [{ services: [{ ...ga4, tagId: 'UA-1' }] }, ['tag-id', 'ga4', 'UA-1']],
  [{ services: [{ ...ga4, api: 'gtm' }] }, ['tag-id', 'ga4', 'G-1']],
  [{ services: [{ ...ga4, category: 'necessary' }] }, ['not-necessary', 'ga4']],
  [{ services: [{ ...chat, category: ['necessary', 'functional'] }] }, ['not-necessary', 'chat']],
  [{ services: [{ ...ga4, exemption: 'audience-measurement' }] }, ['not-exempt', 'ga4']],
  [
    { services: [{ ...chat, exemption: 'analytics' }] },
    ['value', 'service "chat".exemption', 'analytics', 'audience-measurement, appearance'],
  ],
  ...['https://chat.example.com/', 'chat.example.com/?a', '/chat/*', '/', '*'].map((host): [object, unknown[]] => [
    { services: [{ ...chat, hosts: ['/chat/', host] }] },
    ['value', 'service "chat".hosts', host, expect.stringMatching(/www\.example\.com\/metrics\/.*no https:, no \?/)],
  ]),
  [{ services: [{ ...chat, url: '/chat' }] }, ['key', 'url', 'service "chat"']],
  [{ services: [{ ...chat, stores: item }] }, ['list', 'service "chat".stores']],
  [{ services: [{ ...chat, stores: [item, { ...item, kind: 'cookies' }] }] }, ['store', 'chat_id', 'chat']],
  [{ services: [{ ...chat, stores: [{ ...item, kind: undefined }] }] }, ['store', 'chat_id', 'chat']],
  [{ services: [{ ...chat, stores: [{ ...item, name: undefined }] }] }, ['store', undefined, 'chat']],
  [{ services: [{ ...chat, stores: ['chat_id'] }] }, ['object', 'service "chat".stores']],
  [{ services: [{ ...chat, stores: [null] }] }, ['object', 'service "chat".stores']],
  ...[undefined, null, 365, '2 years', ['2', 'years'], [0, 'day'], [-1, 'day'], [2], ['day', 2], [13, 'months']].map(
    (lifetime): [object, unknown[]] => [
      { services: [{ ...chat, stores: [{ ...item, lifetime }] }] },
      ['store', 'chat_id', 'chat'],
    ],
  ),
])('%j', (options, problem) => {
  const found = checkOptions(options as Options);
  expect(found).toHaveLength(1);
  expect(found[0]).toEqual(expect.arrayContaining(problem));
  expect(areValid(options as Options)).toBe(false);
});

test.each(['session', 'persistent', [13, 'month'], [0.5, 'hour'], [2, 'week']])(
  'a store may live for %j',
  (lifetime) => {
    const options = { services: [{ ...chat, stores: [{ ...item, lifetime }] }, ga4] } as Options;
    expect(checkOptions(options)).toEqual([]);
    expect(areValid(options)).toBe(true);
  },
);

test('of a vendor’s own stores the name is enough', () => {
  const options = { services: [{ ...ga4, stores: [{ name: '_ga' }] }] } as unknown as Options;
  expect(checkOptions(options)).toEqual([]);
  expect(areValid(options)).toBe(true);
});

test('names every key there is', () => {
  const [, , , known] = checkOptions({ x: 1 } as Options)[0] as unknown as string[];
  expect(known?.split(', ').sort()).toEqual(allKeys);
});

test('finds everything that is wrong, not just the first', () => {
  const options = { controler: 1, region: 'EU', services: [{ ...ga4, tagId: '' }], ui: { layout: 'top', x: 1 } };
  const codes = checkOptions(options as unknown as Options).map(([code]) => code);
  expect(codes.sort()).toEqual(['key', 'key', 'region', 'tag-id', 'value']);
});
