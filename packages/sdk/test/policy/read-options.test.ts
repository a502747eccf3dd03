import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveCategories } from '../../src/policy/categories.js';
import { deriveConsent } from '../../src/policy/consent.js';
import { googleSignals } from '../../src/policy/google-signals.js';
import { own } from '../../src/policy/own.js';
import { readOptions } from '../../src/policy/read-options.js';
import { resolveRegime } from '../../src/policy/regime.js';
import type { ConsentRecord, Options } from '../../src/policy/types.js';
import { pathsIn, replaceAt, spoilt } from '../arbitraries.js';
import { validOptions } from '../options.js';

const NOW = Date.parse('2026-11-21T09:30:00.000Z');

/** A yes to everything the right options ask, and to less. */
function recordFor(options: Options, without: string): ConsentRecord {
  const choices = Object.fromEntries(
    resolveCategories(options).map(({ key, covers }) => [
      key,
      {
        granted: true,
        at: new Date(NOW - 1000).toISOString(),
        until: new Date(NOW + 1e9).toISOString(),
        asked: covers.filter((each) => each !== without),
      },
    ]),
  );
  return { v: 1, id: 'x', policy: null, locale: null, method: 'api', regime: 'gdpr', checked: null, choices };
}

/** What is granted and told under these options, as the pages and servers of a site find it. */
function outcome(options: Options, record: ConsentRecord | null, gpc: boolean) {
  const { options: right, categories } = readOptions(own(options));
  const { granted } = deriveConsent(
    categories,
    resolveRegime(right.region as string, {}, categories),
    record,
    NOW,
    gpc,
  );
  const runs = categories.flatMap(({ key, services }) => (granted[key] ? services.filter(({ api }) => api) : []));
  return { granted, told: googleSignals(categories, granted), runs: runs.map(({ tagId }) => tagId) };
}

/** A slip of the hand in a key: a letter gone, doubled, or in the other's place. */
const misspelt = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('gone', 'twice', 'swapped'));
function misspell(options: Options, [place, letter, how]: [number, number, string]): Options {
  const paths = pathsIn(options).filter((path) => typeof path.at(-1) === 'string');
  const path = paths[place % Math.max(paths.length, 1)];
  if (!path) return options;
  const key = path.at(-1) as string;
  const at = letter % key.length;
  const slip =
    how === 'gone'
      ? key.slice(0, at) + key.slice(at + 1)
      : how === 'twice'
        ? key.slice(0, at) + key[at] + key.slice(at)
        : key.slice(0, at) + (key[at + 1] ?? '') + key[at] + key.slice(at + 2);
  const rest = path.slice(0, -1);
  const owner = rest.reduce<unknown>((value, each) => (value as Record<string, unknown>)[each], options);
  const { [key]: value, ...others } = owner as Record<string, unknown>;
  return replaceAt(options, rest, { ...others, [slip]: value }) as Options;
}

/** What a category is called is the site's to say, and a slip in it is no mistake that could be seen. */
const namesAreSame = (one: Options, other: Options) => {
  const names = (options: Options) =>
    JSON.stringify([
      Object.keys(options.categories ?? {}).sort(),
      Array.isArray(options.services) && options.services.map((each) => [each?.id, each?.category]),
    ]);
  return names(one) === names(other);
};

describe('wrong options', () => {
  test('grant, run and tell nothing that the right ones would not: keys with a slip in them', () => {
    let wrong = 0;
    fc.assert(
      fc.property(
        validOptions,
        misspelt,
        fc.boolean(),
        fc.constantFrom('', 'ga4', 'chat'),
        (right, slip, gpc, without) => {
          const options = misspell(right, slip);
          if (readOptions(own(options)).isRight) return;
          wrong++;
          const record = recordFor(right, without);
          const [found, meant] = [outcome(options, record, gpc), outcome(right, record, gpc)];
          for (const [key, granted] of Object.entries(found.granted))
            if (granted && key in meant.granted) expect([key, meant.granted[key]]).toEqual([key, true]);
          for (const [signal, state] of Object.entries(found.told))
            if (state === 'granted') expect([signal, meant.told[signal as never]]).toEqual([signal, 'granted']);
          for (const tag of found.runs) expect(meant.runs).toContain(tag);
        },
      ),
      { numRuns: 1500 },
    );
    expect(wrong).toBeGreaterThan(500);
  });

  test('grant, run and tell nothing that the right ones would not: other values', () => {
    let wrong = 0;
    const other = fc.oneof(
      fc.constantFrom<unknown>(null, true, false, 0, 1, -1, '', ' ', 'x', 'EU', [], {}, [null], [[]], { x: 1 }, ['x']),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(
        validOptions.chain((right) => fc.tuple(fc.constant(right), spoilt(fc.constant(right), other))),
        fc.boolean(),
        ([right, options], gpc) => {
          if (!options || typeof options !== 'object' || !namesAreSame(right, options as Options)) return;
          if (readOptions(own(options as Options)).isRight) return;
          wrong++;
          const record = recordFor(right, '');
          const [found, meant] = [outcome(options as Options, record, gpc), outcome(right, record, gpc)];
          for (const [key, granted] of Object.entries(found.granted))
            if (granted) expect([key, meant.granted[key]]).toEqual([key, true]);
          for (const [signal, state] of Object.entries(found.told))
            if (state === 'granted') expect([signal, meant.told[signal as never]]).toEqual([signal, 'granted']);
          for (const tag of found.runs) expect(meant.runs).toContain(tag);
        },
      ),
      { numRuns: 2500 },
    );
    expect(wrong).toBeGreaterThan(200);
  });

  const ga4 = { id: 'ga4', category: 'analytics', api: 'gtag', tagId: 'G-1' };
  const chat = { id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' };
  const denied = (options: object) =>
    readOptions(own(options) as Options).categories.flatMap(({ key, isInvalid }) => (isInvalid ? [key] : []));

  test.each<[object, string[]]>([
    [{ services: [ga4, chat], ui: { layout: 'top', colour: 1, lang: 5 }, polcy: {}, controller: 'x', policy: 5 }, []],
    [{ services: [ga4, chat], region: 'Germany', consentMode: { mode: 'full' }, withdrawal: 'a=b' }, []],
    [{ services: [ga4, chat], 'data-x': 'y', catgories: 'marketing' }, []],
    [{ services: [ga4, { ...chat, provider: '' }] }, ['functional']],
    [{ services: [ga4, { ...chat, policyUrl: 5 }] }, []],
    [{ services: [{ ...ga4, tagId: 'AW-1' }, chat] }, ['analytics']],
    [
      { services: [{ ...ga4, category: 'necessary' }, chat], categories: { analytics: {}, marketing: {} } },
      ['analytics', 'marketing'],
    ],
    [{ services: [ga4, { ...ga4, category: 'marketing' }, chat] }, ['analytics', 'marketing']],
    [{ services: [ga4, chat], categories: { functional: { lable: 'x' }, analytics: { description: 5 } } }, []],
    [{ services: [ga4, chat], categories: { functional: { gcp: true } } }, ['functional']],
    [{ services: [ga4, chat], categories: { functional: { gpc: 'yes' }, '2nd': {} } }, ['functional', '2nd']],
    [{ services: [ga4, chat], revision: 5 }, ['analytics', 'functional']],
    [{ services: [ga4, chat], revison: '5' }, ['analytics', 'functional']],
    [{ services: [ga4, chat, { ...chat, id: 'x', category: undefined }] }, ['analytics', 'functional']],
    [{ services: [ga4, chat], categories: [] }, ['analytics', 'functional']],
    [{ services: [ga4, chat], cookieDomain: 'a b' }, ['analytics', 'functional']],
  ])('%j denies %j', (options, keys) => {
    expect(readOptions(own(options) as Options).isRight).toBe(false);
    expect(denied(options)).toEqual(keys);
  });
});

/** Ten wrong values of other types, and of the same type, for every option there is. */
const ofOtherTypes: unknown[] = [null, 5, true, [], {}, [5], { x: 1 }, -1, [null], ''];
describe('every option', () => {
  const isWrong = (options: object) => !readOptions(own(options) as Options).isRight;
  test.each<[string, (value: unknown) => object, unknown[], unknown[]]>([
    ['controller', (value) => ({ controller: value }), [{}], ['x']],
    ['controller.name', (name) => ({ controller: { name } }), [], [' ', '\u00a0']],
    ['policy', (value) => ({ policy: value }), [{}], ['x']],
    ['policy.url', (url) => ({ policy: { url } }), [''], []],
    ['policy.version', (version) => ({ policy: { version } }), [''], []],
    [
      'region',
      (region) => ({ region }),
      [''],
      ['EU', 'EEA', 'Germany', 'D', 'D1', 'DE-', 'DE-ABCD', 'DE ', ' DE', 'DE,FR'],
    ],
    ['revision', (revision) => ({ revision }), [''], []],
    ['services', (services) => ({ services }), [[]], ['x']],
    ['categories', (categories) => ({ categories }), [{}], ['x']],
    ['consentMode', (consentMode) => ({ consentMode }), [{}], ['off']],
    ['consentMode.mode', (mode) => ({ consentMode: { mode } }), [], ['full', 'Basic', 'on', ' basic', 'basic ', 'x=(']],
    ['consentMode.waitForUpdate', (waitForUpdate) => ({ consentMode: { waitForUpdate } }), [5], ['500', Number.NaN]],
    ['consentMode.urlPassthrough', (urlPassthrough) => ({ consentMode: { urlPassthrough } }), [true], ['true', 0, 1]],
    [
      'consentMode.adsDataRedaction',
      (adsDataRedaction) => ({ consentMode: { adsDataRedaction } }),
      [true],
      ['true', 0],
    ],
    ['consentMode.event', (event) => ({ consentMode: { event } }), [], [' ']],
    [
      'consentMode.regions',
      (regions) => ({ consentMode: { regions } }),
      [[]],
      ['US-CA', [{ region: 'US' }], [{ region: [] }]],
    ],
    [
      'consentMode.regions.region',
      (region) => ({ consentMode: { regions: [{ region }] } }),
      [],
      ['US', ['EU'], [''], ['US', '']],
    ],
    [
      'consentMode.regions.ad_storage',
      (ad_storage) => ({ consentMode: { regions: [{ region: ['US'], ad_storage }] } }),
      [],
      ['yes', 'Granted', 'grant', ' granted'],
    ],
    ['ui', (ui) => ({ ui }), [{}], ['bar']],
    ['ui.layout', (layout) => ({ ui: { layout } }), [], ['top', 'Bar', 'bar ', 'popup', 'constructor']],
    ['ui.position', (position) => ({ ui: { position } }), [], ['left', 'Top', 'bottom-', 'bottom-middle']],
    ['ui.placeholder', (placeholder) => ({ ui: { placeholder } }), [], ['no', 'Card', 'poster']],
    ['ui.logo', (logo) => ({ ui: { logo } }), ['/logo.svg'], [' ']],
    ['ui.scheme', (scheme) => ({ ui: { scheme } }), [], ['auto', 'Dark', 'dark=']],
    ['ui.lang', (lang) => ({ ui: { lang } }), [''], []],
    ['ui.texts', (texts) => ({ ui: { texts } }), [{}], ['x']],
    [
      'ui.texts.embed',
      (embed) => ({ ui: { texts: { embed } } }),
      [{}, { x: 1 }, { once: 'Once' }, { once: 'a: "" or ":"' }],
      [{ once: '' }, { ask: 'Ask', once: ' ' }],
    ],
    ['ui.texts.accept', (accept) => ({ ui: { texts: { accept } } }), [{}, { x: 1 }], [' ']],
    ['withdrawal', (withdrawal) => ({ withdrawal }), [], ['a=b', 'reload()', 'Signal', 'none', '(', '=>', 'signal ']],
    [
      'cookieDomain',
      (cookieDomain) => ({ cookieDomain }),
      [],
      ['a', 'a b.c', 'a.b;path=/x', 'https://a.b', 'a.b/', 'a..b', '.'],
    ],
    [
      'markup',
      (markup) => ({ markup }),
      ['klaro orejime'],
      ['Klaro', 'klaro,orejime', ' klaro', 'constructor', [{}], []],
    ],
    [
      'importFrom',
      (importFrom) => ({ importFrom }),
      [],
      [{ since: '2026-05-01' }, { tool: 'klaro', until: 1 }, { tool: 'x' }],
    ],
    ['label', (label) => ({ categories: { x: { label } } }), [], [' ']],
    ['description', (description) => ({ categories: { x: { description } } }), [], [' ']],
    ['gpc', (gpc) => ({ categories: { x: { gpc } } }), [true], ['true', 0, 'yes']],
    [
      'signals',
      (signals) => ({ categories: { x: { signals } } }),
      [[], ['chat_widget']],
      ['ad_storage', ['ad_store'], ['anlytics_storage'], ['ad_storage ']],
    ],
    ['id', (id) => ({ services: [{ ...service, id }] }), [], ['a b', 'a,b', '@2', 'ä', ':', 'a:b']],
    ['name', (name) => ({ services: [{ ...service, name }] }), [], [' ']],
    ['provider', (provider) => ({ services: [{ ...service, provider }] }), [], [' ']],
    ['category', (category) => ({ services: [{ ...service, category }] }), [], ['a b', '2nd', '__proto__', 'a,b', '_']],
    ['policyUrl', (policyUrl) => ({ services: [{ ...service, policyUrl }] }), [''], []],
    ['hosts', (hosts) => ({ services: [{ ...service, hosts }] }), [[]], ['a.example']],
    ['stores', (stores) => ({ services: [{ ...service, stores }] }), [[]], ['_a', [{}], [{ name: '_a' }]]],
    ['script', (script) => ({ services: [{ ...service, script }] }), [], [' ']],
    ['api', (api) => ({ services: [{ ...service, api }] }), [], ['x', 'constructor', 'gtag ', 'GTM']],
    [
      'tagId',
      (tagId) => ({ services: [{ ...service, api: 'gtm', tagId }] }),
      [],
      ['G-1', 'GTM', 'GTM-', 'gtm-1', 'GTM-1 '],
    ],
    ['optOutFlag', (optOutFlag) => ({ services: [{ ...service, optOutFlag }] }), [], [' ']],
    ['stopsLive', (stopsLive) => ({ services: [{ ...service, stopsLive }] }), [true], ['true', 0]],
  ])('%s: a wrong value is a mistake, and a right one none', (_, options, right, ofSameType) => {
    for (const value of [...ofOtherTypes, ...ofSameType]) {
      const isAllowed = right.some((each) => JSON.stringify(each) === JSON.stringify(value));
      expect([value, isWrong(options(value))]).toEqual([value, !isAllowed]);
    }
    expect(
      isWrong(options(undefined)) && !/^(id|name|provider|category|tagId|consentMode.regions.region)$/.test(_),
    ).toBe(false);
  });
});

const service = { id: 'x', name: 'X', provider: 'X', category: 'functional' };
