import type { Service } from '@askfirst/data';
import { services as facts } from '@askfirst/data/services';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/help/check-options.js';
import { explain } from '../../src/help/explain.js';
import { areValid } from '../../src/policy/valid.js';
import { withFacts } from '../../src/policy/with-facts.js';
import { readScriptOptions } from '../../src/script/options.js';

/** A page with this text in its <script data-askfirst-config>, and these attributes on the script tag. */
function read(json: string | null, data: Record<string, string> = {}) {
  const doc = { querySelector: () => (json === null ? null : { textContent: json }) };
  const options = readScriptOptions(doc as unknown as Document, data as DOMStringMap);
  // Found where all mistakes are found, and only once somebody looks.
  const problems = checkOptions(options).filter(([code]) => code === 'key' || code === 'json');
  return { options, problems };
}
const attributes = (data: Record<string, string>) => read(null, data);

/** Whether the owner hears about it. */
const isAmiss = ({ options, problems }: ReturnType<typeof read>) => problems.length > 0 || !areValid(options);

describe('attributes', () => {
  test('none: nothing is asked, and nothing is amiss', () => {
    const { options, problems } = attributes({});
    expect(problems).toEqual([]);
    expect(options.services ?? []).toEqual([]);
    expect(options).not.toHaveProperty('categories');
    expect(areValid(options)).toBe(true);
  });

  test.each([
    ['controller', { controller: { name: 'v' } }],
    ['policyUrl', { policy: { url: 'v' } }],
    ['policyVersion', { policy: { version: 'v' } }],
    ['region', { region: 'v' }],
    ['revision', { revision: 'v' }],
    ['consentMode', { consentMode: { mode: 'v' } }],
    ['lang', { ui: { lang: 'v' } }],
    ['layout', { ui: { layout: 'v' } }],
    ['scheme', { ui: { scheme: 'v' } }],
    ['withdrawal', { withdrawal: 'v' }],
    ['cookieDomain', { cookieDomain: 'v' }],
  ])('%s is an option', (key, wanted) => {
    const { options, problems } = attributes({ [key]: 'v' });
    expect(options).toMatchObject(wanted);
    expect(problems).toEqual([]);
  });

  test('two of a group stand beside each other', () => {
    const { options } = attributes({
      policyUrl: '/privacy',
      layout: 'card',
      position: 'top',
      policyVersion: '7',
      scheme: 'dark',
    });
    expect(options).toMatchObject({
      policy: { url: '/privacy', version: '7' },
      ui: { layout: 'card', position: 'top', scheme: 'dark' },
    });
  });

  test('a vendor is a service, ready to run', () => {
    const { options } = attributes({ ga4: 'G-1', gtm: 'GTM-2' });
    expect(options.services).toMatchObject([
      { id: 'ga4', category: 'analytics', tagId: 'G-1', optOutFlag: 'ga-disable-G-1' },
      { id: 'gtm', category: 'analytics', tagId: 'GTM-2' },
    ]);
    expect(options.services?.map(({ script }) => script?.split('id=')[1])).toEqual(['G-1', 'GTM-2']);
    expect(areValid(options)).toBe(true);
  });

  test.each(['functional marketing', 'functional, marketing', 'functional,marketing', 'functional\n  marketing'])(
    'categories are those in %j, in order',
    (categories) =>
      expect(Object.keys(attributes({ categories }).options.categories ?? {})).toEqual(['functional', 'marketing']),
  );

  test('consent-mode="off" leaves dataLayer alone', () => {
    const { options, problems } = attributes({ consentMode: 'off' });
    expect(options.consentMode).toEqual({ mode: 'off' });
    expect([problems, areValid(options)]).toEqual([[], true]);
  });

  test.each(['scheme', 'layout', 'region', 'polcyUrl'])('%s="off" is a mistake, and switches no signals off', (key) => {
    const found = attributes({ [key]: 'off' });
    expect(found.options.consentMode).toBeUndefined();
    expect(isAmiss(found)).toBe(true);
  });

  test('a controller may be called off', () => {
    expect(attributes({ controller: 'off' }).options).toMatchObject({ controller: { name: 'off' } });
  });

  test.each(['polcyUrl', 'analytics', 'uiLayout', 'controllerName', 'texts'])('%s is unknown', (key) => {
    const found = attributes({ [key]: 'v' });
    expect(found.problems.map(([code, name]) => [code, name])).toEqual([['key', key]]);
    expect(isAmiss(found)).toBe(true);
  });

  test('data-constructor is a mistake, too', () => {
    expect(isAmiss(attributes({ constructor: 'v' }))).toBe(true);
  });

  test.each(['asked', 'cfasync'])('%s is for somebody else', (key) => {
    const { options, problems } = attributes({ [key]: 'v' });
    expect(problems).toEqual([]);
    expect(areValid(options)).toBe(true);
  });
});

describe('JSON', () => {
  test('gives a service by its vendor’s id alone, or in full, and what it says of a vendor’s service holds', () => {
    const chat = { id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' };
    const services = [chat, { ga4: 'G-1' }, { gtm: 'GTM-2', category: 'marketing' }];
    const found = read(JSON.stringify({ services })).options.services ?? [];
    expect(found[0]).toEqual(chat);
    expect(found.map(({ id, category, tagId }) => [id, category, tagId])).toEqual([
      ['chat', 'functional', undefined],
      ['ga4', 'analytics', 'G-1'],
      ['gtm', 'marketing', 'GTM-2'],
    ]);
    for (const service of found) expect(service).not.toHaveProperty('ga4');
  });

  test('takes a vendor’s script from the site’s own path, with the ids, the config and the hosts that go with it', () => {
    const services = [
      {
        ga4: 'G-1',
        script: '/metrics/gtag/js?id=G-1',
        config: { server_container_url: 'https://metrics.example.com' },
        hosts: ['metrics.example.com'],
      },
      { gtm: 'GTM-2', script: '/metrics/gtm.js?id=GTM-2' },
    ];
    const { options, problems } = read(JSON.stringify({ services }));
    expect([problems, areValid(options)]).toEqual([[], true]);
    const [ga4, gtm] = options.services ?? [];
    expect(ga4).toMatchObject({
      id: 'ga4',
      api: 'gtag',
      tagId: 'G-1',
      optOutFlag: 'ga-disable-G-1',
      script: '/metrics/gtag/js?id=G-1',
      config: { server_container_url: 'https://metrics.example.com' },
    });
    expect(gtm).toMatchObject({ id: 'gtm', api: 'gtm', tagId: 'GTM-2', script: '/metrics/gtm.js?id=GTM-2' });
    // What the owner says takes the place of the catalogue.
    expect(withFacts(ga4 as Service, facts.ga4).hosts).toEqual(['metrics.example.com']);
    expect(withFacts(gtm as Service, facts.gtm).hosts).toEqual(['www.googletagmanager.com']);
  });

  test('stands behind the attributes, key by key', () => {
    const json = JSON.stringify({
      policy: { url: '/old', version: '7' },
      region: 'DE',
      categories: { functional: { label: 'Comfort' } },
      services: [{ id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' }],
    });
    const { options } = read(json, { policyUrl: '/new', categories: 'functional marketing', ga4: 'G-1' });
    expect(options).toMatchObject({ policy: { url: '/new', version: '7' }, region: 'DE' });
    expect(options.categories).toEqual({ functional: { label: 'Comfort' }, marketing: {} });
    expect(new Set(options.services?.map(({ id }) => id))).toEqual(new Set(['chat', 'ga4']));
  });

  test.each(['', '{', "{'a': 1}", '{"a": 1,}', '// none'])('%j cannot be read, and says so', (json) => {
    const { problems } = read(json, { policyUrl: '/privacy' });
    expect(problems.map(([code]) => code)).toEqual(['json']);
    expect(explain(problems)).toMatch(/data-askfirst-config.*stays denied/);
  });

  test.each([
    'null',
    '5',
    'true',
    '""',
    '"x"',
    '[]',
    '{"services":null}',
    '{"services":5}',
    '{"services":"x"}',
    '{"services":{}}',
    '{"services":[null]}',
    '{"services":[{}]}',
    '{"services":[{"ga4":""}]}',
    '{"services":[{"ga4":5}]}',
    '{"categories":5}',
    '{"categories":[]}',
    '{"policy":"/privacy"}',
  ])('%s is named, whatever the attributes, or does no harm', (json) => {
    for (const data of [{}, { ga4: 'G-1', categories: 'functional', policyUrl: '/privacy' }]) {
      const found = read(json, data);
      if (found.problems.length) expect(explain(found.problems)).toMatch(/\w\.$/);
      else if (!areValid(found.options)) expect(explain([['options', found.options]])).toMatch(/\w\.$/);
      else if ('ga4' in data) expect(found.options).toMatchObject({ policy: { url: '/privacy' } });
    }
  });

  test('of any kind, with any attributes, stops nobody', () => {
    const key = fc.oneof(
      fc.constantFrom('ga4', 'gtm', 'categories', 'policyUrl', 'consentMode', 'layout', 'region', '__proto__'),
      fc.string({ maxLength: 5 }),
    );
    const group = fc.constantFrom('services', 'categories', 'policy', 'ui', 'consentMode', 'controller', '__proto__');
    const json = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.tuple(group, fc.json({ maxDepth: 2 })).map(([name, value]) => `{"${name}":${value}}`),
    );
    fc.assert(
      fc.property(json, fc.dictionary(key, fc.string({ maxLength: 5 }), { maxKeys: 3 }), (text, data) => {
        const { options, problems } = read(text, data);
        expect(Array.isArray(problems)).toBe(true);
        expect(areValid(options)).toBeTypeOf('boolean');
        if (problems.length) expect(areValid(options)).toBe(false);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
