import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storage } from '../../src/effects/storage.js';
import type { Env } from '../../src/env/env.js';
import { isSound, unpack } from '../../src/policy/record.js';
import { sealed } from '../../src/policy/seal.js';
import type { ConsentRecord } from '../../src/policy/types.js';
import { createState } from '../../src/state/create-state.js';
import { decide } from '../../src/state/decide.js';
import { takeUnsealed } from '../../src/state/take-unsealed.js';
import { choiceAround, pathsIn, recordWith, replaceAt } from '../arbitraries.js';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const SITE = 'Shop';

/** One page of the site, started, with what its visitor's browser holds. */
function opened(stored: Map<string, string>) {
  const listeners: Record<string, () => void> = {};
  const win = {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    },
  };
  const env = {
    win,
    stops: [],
    onEvent: (_: unknown, event: string, listener: () => void) => {
      listeners[event] = listener;
    },
  } as unknown as Env;
  const options = { site: SITE, categories: { analytics: {}, marketing: {} } };
  const state = createState(options, { now: () => NOW, gpc: () => false, report() {} });
  state.reconsider = async () => takeUnsealed(state);
  storage(state, env)();
  return { state, hear: () => listeners.storage?.() };
}

const record = recordWith(
  fc.record({ analytics: choiceAround(NOW, fc.constant([])), marketing: choiceAround(NOW, fc.constant([])) }) as never,
);
const textOf = (own: ConsentRecord) => JSON.stringify(sealed({ ...own, site: SITE }, SITE));

test('what a page of the site has sealed holds at once; whatever else lies there waits, and holds if the contract says so', () => {
  fc.assert(
    fc.property(record, fc.nat(), fc.jsonValue({ maxDepth: 1 }), fc.boolean(), (own, place, other, isSpoilt) => {
      const whole = sealed({ ...own, site: SITE }, SITE);
      const paths = pathsIn(whole);
      const found = isSpoilt ? replaceAt(whole, paths[place % paths.length] as never, other) : whole;
      const text = JSON.stringify(found);
      const { state } = opened(new Map([['askfirst', text]]));
      const isOurs = text === JSON.stringify(whole);
      const read = unpack(text);
      if (isOurs) expect(state.record()).toEqual(whole);
      // Another site's stays where it is.
      else if (read?.site === SITE) expect(state.record()).toBeNull();
      takeUnsealed(state);
      if (read?.site === SITE) expect(state.record()).toEqual(read && isSound(read) ? read : null);
    }),
    { numRuns: 300 },
  );
});

test('a record without a seal, as 0.1.0 wrote it, is taken over once the rules are there, and then has one', async () => {
  await fc.assert(
    fc.asyncProperty(record, async (own) => {
      const stored = new Map([['askfirst', JSON.stringify(own)]]);
      const { state } = opened(stored);
      expect(state.record()).toBeNull();
      expect(stored.get('askfirst')).toBe(JSON.stringify(own));
      await state.reconsider?.();
      expect(state.record()).toEqual(unpack(JSON.stringify(own)));
    }),
    { numRuns: 100 },
  );
});

test('a decision reads first what another tab has written, with a seal or without', async () => {
  await fc.assert(
    fc.asyncProperty(record, fc.boolean(), async (own, isSealed) => {
      const stored = new Map<string, string>();
      const { state } = opened(stored);
      const theirs = { ...own, site: SITE };
      stored.set('askfirst', isSealed ? textOf(own) : JSON.stringify(theirs));
      decide(state, { analytics: true }, 'api');
      await Promise.resolve();
      await Promise.resolve();
      const now = unpack(stored.get('askfirst') ?? null);
      expect(now?.choices.marketing).toEqual(unpack(JSON.stringify(theirs))?.choices.marketing);
      expect(now?.choices.analytics?.granted).toBe(true);
      expect(now?.choices.analytics?.at).toBe(new Date(NOW).toISOString());
      expect(now?.id).toBe(own.id);
    }),
    { numRuns: 100 },
  );
});

test('where the rules do not load, what nobody can read counts as nothing, and the answer is kept', async () => {
  const stored = new Map<string, string>();
  const { state } = opened(stored);
  state.reconsider = () => Promise.reject(new Error('offline'));
  stored.set('askfirst', '{"v":1,"choices":{}}');
  decide(state, { analytics: false }, 'api');
  await new Promise((done) => setTimeout(done));
  expect(unpack(stored.get('askfirst') ?? null)?.choices.analytics?.granted).toBe(false);
});

test('another tab that spoils or clears the record leaves this one undecided', async () => {
  for (const text of [undefined, 'x', '{"v":1}', 'null']) {
    const stored = new Map<string, string>();
    const { state, hear } = opened(stored);
    decide(state, { analytics: true, marketing: true }, 'api');
    expect(state.record()).not.toBeNull();
    if (text) stored.set('askfirst', text);
    else stored.delete('askfirst');
    hear();
    await Promise.resolve();
    expect(state.record(), text).toBeNull();
  }
});
