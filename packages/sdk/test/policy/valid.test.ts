import { regimes } from '@askfirst/data/regimes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/help/check-options.js';
import { own } from '../../src/policy/own.js';
import type { Options } from '../../src/policy/types.js';
import { areValid } from '../../src/policy/valid.js';
import { spoilt } from '../arbitraries.js';
import { validOptions } from '../options.js';

/** Two read the options: one quickly, and one that says why. They agree, and neither throws at what JSON can hold. */
function expectReason(options: unknown) {
  let isValid: boolean;
  try {
    isValid = areValid(own(options) as Options);
  } catch {
    // Nothing to read at all: whoever asks is told so before (see entries/create-consent.test.ts).
    return;
  }
  expect(checkOptions(options as Options).length === 0).toBe(isValid);
}

const chat = { id: 'chat', name: 'Chat', provider: 'Example', category: 'functional' };
const ga4 = { id: 'ga4', category: 'analytics', api: 'gtag', tagId: 'G-1' };

/** What a hand that slips writes where something else should be. */
const slip = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    false,
    0,
    1,
    '',
    'x',
    'EU',
    [],
    {},
    [null],
    [{}],
    [undefined],
    ['DE'],
  ),
  fc.constantFrom<unknown>({ extra: 1 }, { extra: {} }, { extra: undefined }, [{ region: [] }], [{ region: 'DE' }]),
  fc.constantFrom<unknown>({ name: 'x', lang: 'x' }, 'constructor', '__proto__', 'necessary', 'gtm', 'GTM-1', 'G-1'),
  fc.jsonValue({ maxDepth: 1 }),
);

describe('areValid and checkOptions', () => {
  test('find nothing wrong with good options', () => {
    fc.assert(
      fc.property(validOptions, (options) => {
        expect(checkOptions(options)).toEqual([]);
        expect(areValid(options)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('have a reason for each no to good options with one place spoilt', () => {
    fc.assert(fc.property(spoilt(validOptions, slip), expectReason), { numRuns: 1500 });
  });

  test('have a reason for each no to anything at all', () => {
    fc.assert(fc.property(fc.anything(), expectReason), { numRuns: 300 });
  });

  const slips: unknown[] = [
    undefined,
    null,
    5,
    '',
    [],
    { polcy: {} },
    { polcy: undefined },
    { polcy: [] },
    { 'policy.url': '/privacy' },
    { policy: { link: {} } },
    { policy: { link: undefined } },
    { policy: [] },
    { ui: [] },
    { ui: null },
    { controller: null },
    { consentMode: [] },
    { consentMode: null },
    { consentMode: { regions: null } },
    { consentMode: { regions: '' } },
    { consentMode: { regions: 0 } },
    { consentMode: { regions: {} } },
    { consentMode: { regions: [null] } },
    { consentMode: { regions: [[]] } },
    { region: null },
    { revision: null },
    { categories: null },
    { categories: [] },
    { categories: 5 },
    { categories: { analytics: 5 } },
    { categories: { analytics: true } },
    { categories: { analytics: [] } },
    { categories: { analytics: { gpc: undefined } } },
    { services: null },
    { services: [null] },
    { services: [undefined] },
    { services: [false] },
    { services: [chat, null] },
    { services: [{ ...ga4, api: 'constructor' }] },
    { services: [{ ...ga4, api: 'toString' }] },
    { services: [{ ...ga4, tagId: null }] },
    { services: [{ ...ga4, tagId: ['G-1'] }] },
  ];
  const inWords = (value: unknown) => JSON.stringify(value, (_, each) => (each === undefined ? 'undefined' : each));

  test.each(slips.map((options) => [inWords(options), options]))('have a reason for a no to %s', (_, options) =>
    expectReason(options),
  );
});

describe('areValid', () => {
  test.each<[string, object]>([
    ['an unknown key', { polcy: { url: '/' } }],
    ['an unknown key that holds nothing', { polcy: {} }],
    ['an unknown key further down', { policy: { link: '/' } }],
    ['a value that is none', { ui: { layout: 'top' } }],
    ['a position that is none', { ui: { position: 'left' } }],
    ['a logo without an address', { ui: { logo: ' ' } }],
    ['the EU as a region', { region: 'EU' }],
    ['the EEA as a region of a default', { consentMode: { regions: [{ region: ['EEA'] }] } }],
    ['a service without a category', { services: [{ ...chat, category: undefined }] }],
    ['a service whose category is null', { services: [{ ...chat, category: null }] }],
    ['a service without a name', { services: [{ ...chat, name: '' }] }],
    ['two services of one id', { services: [chat, chat] }],
    ['an id that is none of the vendor', { services: [{ ...ga4, tagId: 'UA-1' }] }],
    ['analytics as necessary', { services: [{ ...ga4, category: 'necessary' }] }],
    ['services that are no list', { services: 'ga4' }],
    ['a category that could not be written', { categories: { __wrong: {} } }],
    ['an unknown key of a category', { categories: { chat: { lable: 'Chat' } } }],
  ])('says no to %s', (_, options) => expect(areValid(options as Options)).toBe(false));

  test('says yes to every place that has a law', () => {
    const places = regimes.flatMap((each) => each.places);
    expect(places.length).toBeGreaterThan(60);
    for (const region of places) expect([region, areValid({ region })]).toEqual([region, true]);
  });
});
