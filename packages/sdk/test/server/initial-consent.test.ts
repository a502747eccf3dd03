import { initialConsent } from 'askfirst/server';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { mirror } from '../../src/effects/mirror.js';
import type { Env } from '../../src/env/env.js';
import { lawAt } from '../../src/policy/law-at.js';
import type { Consent, ConsentRecord, Options } from '../../src/policy/types.js';
import { applyRegime } from '../../src/state/apply-regime.js';
import { createState } from '../../src/state/create-state.js';
import { splitServices } from '../../src/state/split-services.js';
import { choiceAround, DAY_MS, recordWith, spoilt, time } from '../arbitraries.js';
import { validOptions } from '../options.js';

const options = {
  services: [{ id: 'ga4', name: 'Analytics', provider: 'Example', category: 'analytics' }],
  categories: { marketing: {} },
  cookieDomain: 'example.test',
} as const;
const NOW = Date.parse('2026-11-21T12:00:00Z');
const yes: ConsentRecord = {
  v: 1,
  id: '1',
  policy: null,
  locale: 'en',
  method: 'banner',
  regime: 'gdpr',
  checked: null,
  choices: {
    analytics: {
      granted: true,
      at: new Date(NOW - DAY_MS).toISOString(),
      until: new Date(NOW + DAY_MS).toISOString(),
      asked: ['ga4'],
    },
  },
};
const cookieOf = (record: unknown) => `theme=dark; askfirst=${encodeURIComponent(JSON.stringify(record))}; x=y`;

/** What the page itself does with the same cookies, in the order of chunks/rules.ts. */
async function inBrowser(own: Options, cookie: string, gpc: boolean, now: number): Promise<Consent> {
  const state = createState(own, { now: () => now, gpc: () => gpc, report: () => {} });
  const env = { doc: { cookie }, win: { location: { protocol: 'https:' } }, stops: [], onEvent() {} };
  state.setRegime(null);
  if (own.cookieDomain) mirror(state, env as unknown as Env);
  const law = await lawAt(state.options.region as string | undefined);
  splitServices(state);
  applyRegime(state, law);
  return state.$consent.get();
}

const place = fc.constantFrom(undefined, 'DE', 'us-tx', 'US-CA', 'CA-QC', 'TH', 'ZZ');
/** Records about the very services and categories of the options, so that some of them hold. */
const recordFor = (own: Options, now: number) => {
  const asked = new Map<string, string[]>(Object.keys(own.categories ?? {}).map((key) => [key, []]));
  for (const { id, category } of own.services ?? [])
    for (const key of [category].flat()) asked.set(key, [...(asked.get(key) ?? []), id]);
  asked.set('other', []);
  const choices = [...asked].map(([key, ids]) => [
    key,
    choiceAround(now, fc.constantFrom(ids, [...ids, `@${own.revision}`], [])),
  ]);
  return recordWith(fc.record(Object.fromEntries(choices), { noNullPrototype: true }) as never);
};

test('a server finds granted what the browser will find granted, from the same cookie', async () => {
  let fromChoice = 0;
  await fc.assert(
    fc.asyncProperty(
      fc
        .tuple(validOptions, time)
        .chain(([own, now]) =>
          fc.record({ own: fc.constant(own), now: fc.constant(now), record: recordFor(own, now) }),
        ),
      place,
      fc.boolean(),
      fc.constantFrom('example.test', undefined),
      async ({ own, now, record }, region, gpc, domain) => {
        const site = { ...own, ...(domain && { cookieDomain: domain }) };
        const cookie = cookieOf(record);
        const consent = initialConsent(site, { cookie, region, gpc, now });
        // Without the option the page does not read the cookie either.
        const found = await inBrowser({ ...site, ...(region && { region }) }, cookie, gpc, now);
        if (domain) expect(consent).toEqual(found);
        // Without the option a server cannot know of an objection.
        else
          expect(consent).toEqual({
            ...found,
            granted: Object.fromEntries(Object.keys(found.granted).map((key) => [key, key === 'necessary'])),
          });
        if (Object.values(consent.reasons).includes('choice')) fromChoice += 1;
      },
    ),
    { numRuns: 500 },
  );
  expect(fromChoice, 'choices that held').toBeGreaterThan(50);
});

test('foreign, broken or spoilt cookies count as undecided, as in the browser', async () => {
  const undecided = initialConsent(options, { now: NOW });
  expect(undecided).toMatchObject({ granted: { analytics: false, marketing: false }, ask: true });
  const garbage = fc.oneof(
    fc.string(),
    fc.string().map((text) => `askfirst=${text}`),
    fc.string({ unit: 'binary' }).map((text) => `askfirst=${text}; a=b`),
    fc.constantFrom('askfirst', 'askfirst=', 'askfirst=%E0%A4%A', 'xaskfirst=1', `askfirst=${'['.repeat(9000)}`),
  );
  fc.assert(
    fc.property(garbage, (cookie) => {
      expect(initialConsent(options, { cookie, now: NOW })).toEqual(undecided);
    }),
  );
  await fc.assert(
    fc.asyncProperty(spoilt(fc.constant(yes), fc.anything()), async (record) => {
      const cookie = `askfirst=${encodeURIComponent(JSON.stringify(record) ?? '')}`;
      expect(initialConsent(options, { cookie, now: NOW })).toEqual(await inBrowser(options, cookie, false, NOW));
    }),
  );
});

test('the cookie is only read where the site has one', () => {
  const request = { cookie: cookieOf(yes), now: NOW };
  expect(initialConsent(options, request).granted).toEqual({ necessary: true, analytics: true, marketing: false });
  const { cookieDomain: _, ...without } = options;
  expect(initialConsent(without, request)).toMatchObject({ granted: { analytics: false }, ask: true });
});

test('the place of the request comes before that of the options', () => {
  const site = { ...options, region: 'DE' };
  expect(initialConsent(site, { region: 'US-TX' })).toMatchObject({
    granted: { analytics: true },
    ask: false,
    regime: 'us-texas',
  });
  expect(initialConsent(site)).toMatchObject({ granted: { analytics: false }, ask: true, regime: 'germany' });
  expect(initialConsent(options, { region: undefined, cookie: null }).regime).toBe('strictest');
});

test('a promise of a place is for the browser: here the place is unknown', () => {
  const site = { ...options, region: new Promise<string>(() => {}) };
  expect(initialConsent(site, { now: NOW }).regime).toBe('strictest');
  expect(initialConsent(site, { now: NOW, region: 'US-TX' }).regime).toBe('us-texas');
});

test('Global Privacy Control outranks a stored yes and a free law', () => {
  const consent = initialConsent(options, { region: 'US-TX', gpc: true });
  expect(consent.granted).toEqual({ necessary: true, analytics: true, marketing: false });
  expect(consent.reasons.marketing).toBe('gpc');
});

test('wrong options grant only what the right ones would, and one message says how to fix them', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  const right = initialConsent(options, { cookie: cookieOf(yes), now: NOW });
  expect(right.granted).toMatchObject({ analytics: true });
  const wrong: [unknown, RegExp, boolean][] = [
    [{ ...options, polcy: {} }, /Unknown option "polcy".*Did you mean policy/, true],
    [{ ...options, region: 'EU' }, /"EU" is not an ISO 3166 code.*the strictest rules apply/, true],
    [
      { ...options, revison: '2', ui: { layout: 'top' } },
      /Unknown option "revison".*Did you mean data-revision.*everything stays denied/,
      false,
    ],
    [{ services: 5 }, /services has to be a list.*everything stays denied/, false],
    [null, /options has to be an object.*everything stays denied/, false],
  ];
  for (const [own, message, analytics] of wrong) {
    print.mockClear();
    for (let page = 0; page < 2; page += 1) {
      const { granted } = initialConsent(own as Options, { cookie: cookieOf(yes), now: NOW });
      expect([message, !!granted.analytics]).toEqual([message, analytics]);
      expect(granted.marketing ?? false).toBe(false);
    }
    expect([message, print.mock.calls.length]).toEqual([message, 1]);
    expect(print).toHaveBeenCalledWith(expect.stringMatching(message));
  }
  print.mockRestore();
});

test('what visitors bring along is said once, however much of it there is', () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (let visitor = 0; visitor < 1000; visitor += 1)
    initialConsent({ controller: {} as never }, { region: `R-${visitor}` });
  expect(print.mock.calls.length).toBeLessThanOrEqual(1);
  print.mockRestore();
});

test.each(['region', 'cookieDomain', 'services', 'cookie', 'gpc', 'now'])(
  'an inherited %s is none of the site’s',
  (key) => {
    const value = {
      region: 'US-TX',
      cookieDomain: 'example.test',
      services: [],
      cookie: cookieOf(yes),
      gpc: true,
      now: 1,
    }[key];
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
    try {
      const { cookieDomain: _, ...own } = options;
      expect(initialConsent(own)).toMatchObject({
        granted: { analytics: false },
        ask: true,
        regime: 'strictest',
        gpc: false,
      });
    } finally {
      delete (Object.prototype as Record<string, unknown>)[key];
    }
  },
);

test('categories are literal types here, too', () => {
  const { granted } = initialConsent(options, { now: NOW });
  expect(granted.analytics).toBe(false);
  // @ts-expect-error There is no such category.
  expect(granted.analitycs).toBeUndefined();
});
