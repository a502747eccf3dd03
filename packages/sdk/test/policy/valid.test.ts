import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkOptions } from '../../src/help/check-options.js';
import type { Options } from '../../src/policy/types.js';
import { areValid } from '../../src/policy/valid.js';
import { spoilt } from '../arbitraries.js';
import { validOptions } from '../options.js';

/** Whoever says no has to be able to say why, and the other way round; neither ever throws. */
function expectAgreement(options: unknown) {
  const problems = checkOptions(options as Options);
  expect({ options, isValid: areValid(options as Options) }).toEqual({ options, isValid: !problems.length });
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

  test('agree about good options with one place spoilt', () => {
    fc.assert(fc.property(spoilt(validOptions, slip), expectAgreement), { numRuns: 1500 });
  });

  test('agree about anything at all', () => {
    fc.assert(fc.property(fc.anything(), expectAgreement), { numRuns: 300 });
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

  test.each(slips.map((options) => [inWords(options), options]))('agree about %s', (_, options) =>
    expectAgreement(options),
  );
});

describe('areValid', () => {
  test.each<[string, object]>([
    ['a service without a category', { services: [{ ...chat, category: undefined }] }],
    ['a service whose category is null', { services: [{ ...chat, category: null }] }],
    ['a region in a list, with which no law is found', { region: ['DE'] }],
    ['a category whose signals are no list', { categories: { analytics: { signals: 'analytics_storage' } } }],
    ['a category whose signals are null', { categories: { analytics: { signals: null } } }],
  ])('says no to %s', (_, options) => expect(areValid(options as Options)).toBe(false));
});
