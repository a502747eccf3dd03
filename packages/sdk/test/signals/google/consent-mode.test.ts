import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { googleSignals } from '../../../src/policy/google-signals.js';
import type { GoogleSignals, Options } from '../../../src/policy/types.js';
import { consentMode } from '../../../src/signals/google/consent-mode.js';
import { decide, decideAll } from '../../../src/state/decide.js';
import type { State } from '../../../src/state/types.js';
import { method, regime } from '../../arbitraries.js';
import { argumentsOf, denied, type Entry, isConsent, options, page, start, stubTells } from '../../effects/page.js';

const change = fc.oneof(
  fc.tuple(fc.boolean(), method).map(
    ([granted, how]) =>
      (state: State) =>
        decideAll(state, granted, how),
  ),
  fc
    .dictionary(fc.constantFrom('functional', 'analytics', 'marketing'), fc.boolean(), { noNullPrototype: true })
    .map((answer) => (state: State) => decide(state, answer, 'preferences')),
  fc.option(regime).map((law) => (state: State) => state.setRegime(law)),
  fc.constant((state: State) => state.adopt(null)),
  fc.constant((state: State) => state.adopt(state.record())),
);
const changes = fc.array(change, { maxLength: 8 });

/** A record as an earlier page left it. */
const earlier = fc.option(
  fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([functional, analytics, marketing]) => {
    const { state } = page(undefined);
    decide(state, { functional, analytics, marketing }, 'banner');
    return { record: state.record(), told: stubTells(state.$consent.get().granted) };
  }),
);

/** What the head stub leaves for a new visitor, or for one who comes back. */
const stubLeft = (told?: GoogleSignals) => [
  argumentsOf('consent', 'default', { ...denied, wait_for_update: 500 }),
  ...(told ? [argumentsOf('consent', 'update', told)] : []),
];

function expectWellFormed(layer: Entry[]): void {
  for (const entry of layer)
    if (!entry.event) {
      expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]');
      expect(entry.length).toBe(3);
    }
  const consents = layer.filter((entry) => entry[0] === 'consent');
  expect(consents[0]?.[1]).toBe('default');
  expect(consents[0]?.[2]).toEqual({ ...denied, wait_for_update: 500 });
  expect(consents.filter((entry) => entry[1] === 'default' && !(entry[2] as { region?: unknown }).region)).toHaveLength(
    1,
  );
}

describe('signals', () => {
  test('are in order, whatever the stub left and whatever changes', () => {
    fc.assert(
      fc.property(earlier, fc.boolean(), changes, (before, hasStub, steps) => {
        const there = page(hasStub ? stubLeft(before?.told) : undefined);
        start(there, before?.record);
        const { state, layer } = there;
        const updates = () => layer().filter((entry) => isConsent(entry, 'update'));
        // Told once, by the stub or by us; and announced once, by us.
        expect(updates()).toHaveLength(before ? 1 : 0);
        expect(layer().filter(({ event }) => event)).toHaveLength(before ? 1 : 0);
        for (const step of steps) {
          const count = updates().length;
          step(state);
          const told = (updates().at(-1)?.[2] ?? denied) as GoogleSignals;
          expect(updates().length - count).toBeLessThanOrEqual(1);
          if (state.$consent.get().regime)
            expect(told).toEqual(googleSignals(state.categories, state.$consent.get().granted));
        }
        expectWellFormed(layer());
        // The stub's own update is announced when the record has been read.
        const ours = layer().slice(hasStub ? stubLeft(before?.told).length : 0);
        for (const [index, entry] of ours.entries())
          if (isConsent(entry, 'update'))
            expect(ours[index + 1]).toMatchObject({ event: 'consent_update', consent: { regime: expect.any(String) } });
        expect(ours.filter(({ event }) => event).length).toBe(updates().length);
      }),
      { numRuns: 500 },
    );
  });

  test('a refusal is told once, though it changes nothing', () => {
    const there = page(undefined);
    start(there);
    decideAll(there.state, false, 'banner');
    decideAll(there.state, false, 'preferences');
    const updates = there.layer().filter((entry) => isConsent(entry, 'update'));
    expect(updates.map((entry) => entry[2])).toEqual([denied]);
  });

  test('wrong options take back at once what the stub has told', () => {
    const there = page(stubLeft({ ...denied, analytics_storage: 'granted' }));
    there.state.setRegime(null);
    consentMode(there.state, there.env, there.loaders);
    there.state.areOptionsValid = false;
    there.state.categories = there.state.categories.slice(0, 1);
    there.state.setRegime(there.state.activeRegime);
    expect(there.layer().at(-2)?.[2]).toEqual(denied);
  });

  test('starting again after a stop tells what has changed since', () => {
    const there = page(undefined);
    start(there);
    decideAll(there.state, true, 'api');
    decideAll(there.state, false, 'api');
    for (const stop of there.env.stops.splice(0)) stop();
    decideAll(there.state, true, 'api');
    consentMode(there.state, there.env, there.loaders);
    const told = there.layer().filter((entry) => isConsent(entry, 'update'));
    expect(told.at(-1)?.[2]).toMatchObject({ ad_storage: 'granted' });
    expectWellFormed(there.layer());
  });

  test('a default that somebody else has granted is followed by our denied one', () => {
    const there = page([argumentsOf('consent', 'default', { analytics_storage: 'granted' })]);
    there.loaders.hasDefault = false;
    start(there);
    expect(there.layer().at(-1)?.[2]).toEqual({ ...denied, wait_for_update: 500 });
  });

  test('stops with the page', () => {
    const there = page(undefined);
    start(there);
    for (const stop of there.env.stops.splice(0)) stop();
    const { length } = there.layer();
    decideAll(there.state, true, 'api');
    expect(there.layer()).toHaveLength(length);
  });

  test('region rows and settings follow the default, and come before any update', () => {
    const regions = [{ region: ['US-NY'], analytics_storage: 'granted' as const }];
    const mode = { regions, urlPassthrough: true, adsDataRedaction: true, waitForUpdate: 900, event: 'chosen' };
    const there = page(undefined, { ...options, consentMode: mode });
    start(there);
    decideAll(there.state, true, 'banner');
    expect(there.layer().map((entry) => entry.event ?? [entry[0], entry[1]])).toEqual([
      ['consent', 'default'],
      ['consent', 'default'],
      ['set', 'url_passthrough'],
      ['set', 'ads_data_redaction'],
      ['consent', 'update'],
      'chosen',
    ]);
    expect(there.layer()[0]?.[2]).toEqual({ ...denied, wait_for_update: 900 });
    expect(there.layer()[1]?.[2]).toEqual(regions[0]);
  });

  test('the browser objects: a default that grants in its region does not stand, and without one nothing is said before an answer', () => {
    const regions = [{ region: ['US-NY'], ad_storage: 'granted' as const }];
    const ads: Options = { categories: { marketing: {} } };
    const updates = (own: Options, gpc: boolean) => {
      const there = page(undefined, own, gpc);
      start(there);
      return there.layer().flatMap((entry) => (isConsent(entry, 'update') ? [entry[2]] : []));
    };
    expect(updates({ ...ads, consentMode: { regions } }, true)).toEqual([denied]);
    expect(updates({ ...ads, consentMode: { regions } }, false)).toEqual([]);
    expect(updates(ads, true)).toEqual([]);
  });

  test.each<[Options['consentMode'] & {}]>([[false], [{ mode: 'off' }]])(
    'leaves dataLayer alone at %j',
    (consentMode) => {
      const there = page(undefined, { ...options, consentMode });
      start(there);
      decideAll(there.state, true, 'banner');
      expect(there.env.win).toEqual({});
    },
  );
});
