import { regimes } from '@askfirst/data/regimes';
import { describe, expect, test } from 'vitest';
import { parseRecord } from '../../src/policy/record.js';
import type { Options } from '../../src/policy/types.js';
import { createState } from '../../src/state/create-state.js';
import { decide, decideAll } from '../../src/state/decide.js';
import { newId } from '../../src/state/new-id.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const options: Options = { categories: { analytics: {}, marketing: {} } };

function site(gpc = false, own = options) {
  const reported: unknown[] = [];
  const state = createState(own, { now: () => NOW, gpc: () => gpc, report: (...found) => reported.push(...found) });
  return { state, reported };
}

describe('decide', () => {
  test('takes anything but true for a no', () => {
    const { state } = site();
    for (const value of ['true', 1, {}, null]) {
      decide(state, { analytics: value as never }, 'api');
      expect(state.record()?.choices.analytics?.granted).toBe(false);
    }
  });

  test('leaves what it does not name as it was said', () => {
    const { state } = site();
    decide(state, { analytics: true, marketing: false }, 'preferences');
    const { marketing } = state.record()?.choices ?? {};
    decide(state, { analytics: false }, 'inline');
    expect(state.record()?.choices.marketing).toBe(marketing);
    expect(state.record()?.method).toBe('inline');
  });

  test('keeps choices about categories that the site no longer has', () => {
    const { state } = site();
    decide(state, { marketing: true }, 'api');
    const { state: later } = site(false, { categories: { analytics: {} } });
    later.adopt(state.record());
    decide(later, { analytics: true }, 'api');
    expect(Object.keys(later.record()?.choices ?? {})).toEqual(['marketing', 'analytics']);
  });

  test('makes a record that is read again as it was', () => {
    const { state } = site();
    decideAll(state, true, 'banner');
    expect(parseRecord(JSON.stringify(state.record()))).toEqual(state.record());
  });

  test('notes under which law, in which language and about which policy it was said', () => {
    const { state } = site(false, { ...options, policy: { version: '7' } });
    state.setRegime(regimes.find(({ id }) => id === 'thailand') ?? null);
    state.locale = 'th';
    state.areOptionsValid = true;
    decide(state, { analytics: true }, 'banner');
    expect(state.record()).toMatchObject({ regime: 'thailand', locale: 'th', policy: '7', checked: state.optionsHash });
  });

  test.each<[string, boolean, Record<string, boolean>]>([
    ['a category that nobody declared', false, { anlytics: true }],
    ['nothing', false, {}],
    ['what is necessary', false, { necessary: false }],
    ['what Global Privacy Control has locked', true, { marketing: true }],
  ])('makes no record, and so no id, out of an answer about %s', (_, gpc, answer) => {
    const { state } = site(gpc);
    decide(state, answer, 'api');
    expect(state.record()).toBeNull();
    decide(state, { analytics: false }, 'banner');
    const before = state.record();
    decide(state, answer, 'api');
    expect(state.record()).toEqual(before);
  });

  test('reports a category that nobody declared, by name and with those there are', () => {
    const { state, reported } = site();
    decide(state, { anlytics: true, analytics: true }, 'api');
    expect(reported).toMatchObject([
      ['category', 'anlytics', { granted: { necessary: true, analytics: false, marketing: false } }],
    ]);
    expect(Object.keys(state.record()?.choices ?? {})).toEqual(['analytics']);
  });
});

describe('decideAll', () => {
  test('yes in the banner is one to what it asks about, not to what was answered before', () => {
    const { state } = site();
    decide(state, { analytics: false }, 'api');
    decideAll(state, true, 'banner');
    expect(state.$consent.get().granted).toEqual({ necessary: true, analytics: false, marketing: true });
  });

  test.each(['banner', 'preferences', 'inline', 'embed', 'api'] as const)(
    'no is one to everything, said in %s',
    (method) => {
      const { state } = site();
      decide(state, { analytics: true }, 'api');
      decideAll(state, false, method);
      expect(state.$consent.get().granted).toEqual({ necessary: true, analytics: false, marketing: false });
    },
  );

  test('yes elsewhere answers everything but what is necessary', () => {
    const { state } = site();
    decide(state, { analytics: false }, 'api');
    decideAll(state, true, 'preferences');
    expect(Object.keys(state.record()?.choices ?? {})).toEqual(['analytics', 'marketing']);
    expect(state.$consent.get().granted).toEqual({ necessary: true, analytics: true, marketing: true });
  });
});

test('newId is never the same twice', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(id).toMatch(/^[\da-z]+(-[\da-z]+){3}$/);
});
