import { expect, test } from 'vitest';
import { googleSignals } from '../../src/policy/google-signals.js';
import type { Consent, Options } from '../../src/policy/types.js';
import { areValid } from '../../src/policy/valid.js';
import { createState } from '../../src/state/create-state.js';
import { decide } from '../../src/state/decide.js';

const names = Object.getOwnPropertyNames(Object.prototype);

/** A site may not use such a name, or it works like any other: unanswered at first, and answered only when named. */
test.each(names)('a category called %s is refused, or works', (key) => {
  const options: Options = { categories: { [key]: {}, analytics: {} }, revision: '2' };
  if (!areValid(options)) return;
  const state = createState(options, { now: Date.now, gpc: () => false, report: () => {} });
  expect(state.$consent.get().due).toEqual([key, 'analytics']);
  decide(state, { analytics: true }, 'api');
  expect(Object.keys(state.record()?.choices ?? {})).toEqual(['analytics']);
  expect(state.$consent.get().reasons[key]).toBe('undecided');
  decide(state, { [key]: true }, 'api');
  expect(state.$consent.get().granted[key]).toBe(true);
  expect(googleSignals(state.categories, state.$consent.get().granted)).toMatchObject({ analytics_storage: 'granted' });
});

test.each(names)('nothing is granted to %s where nobody declared it', (key) => {
  const state = createState({}, { now: Date.now, gpc: () => false, report: () => {} });
  const { granted }: Consent = state.$consent.get();
  expect((granted as Record<string, boolean>)[key]).toBeUndefined();
  expect(key in granted).toBe(false);
});
