import { expect, test } from 'vitest';
import type { Consent } from '../../src/policy/types.js';
import { createState } from '../../src/state/create-state.js';

const names = Object.getOwnPropertyNames(Object.prototype);

test.each(names)('nothing is granted to %s where nobody declared it', (key) => {
  const state = createState({}, { now: Date.now, gpc: () => false, report: () => {} });
  const { granted }: Consent = state.$consent.get();
  expect((granted as Record<string, boolean>)[key]).toBeUndefined();
  expect(key in granted).toBe(false);
});
