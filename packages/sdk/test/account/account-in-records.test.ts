import { expect, test } from 'vitest';
import { accountOfChains } from '../../src/account/account-in-records.js';

const MINUTE_MS = 60_000;
const NOW = Date.parse('2026-11-29T12:00:00.000Z');
const iso = (time: number) => new Date(time).toISOString();

/** An event that arrived some minutes ago. */
const entry = (granted: boolean, minutes: number, more: object = {}, vouched = true) => {
  const at = NOW - minutes * MINUTE_MS;
  const choice = { granted, at: iso(at), until: iso(at + 100 * 24 * 60 * MINUTE_MS), asked: [] };
  const event = { v: 1, recordId: 'x', method: 'banner', regime: 'gdpr', policy: null, locale: 'en', ...more };
  return { seq: at, vouched, event: { ...event, choices: { analytics: choice } } } as never;
};
const said = (...chains: never[][]) =>
  accountOfChains(
    chains.map((entries) => ({ entries })),
    NOW,
  )?.choices.analytics?.granted;

test('the newest answer of any device counts, in any order of devices', () => {
  expect(said([entry(true, 60)], [entry(false, 30)])).toBe(false);
  expect(said([entry(false, 30)], [entry(true, 60)])).toBe(false);
  expect(said([entry(false, 60)], [entry(true, 30)])).toBe(true);
  expect(said([entry(false, 60), entry(true, 30)])).toBe(true);
});

test('what the owner has not vouched for, and what was erased, is no answer of the account', () => {
  expect(said([entry(false, 60), entry(true, 30, {}, false)])).toBe(false);
  expect(said([{ seq: 1, vouched: true, event: null } as never])).toBeUndefined();
});

test('what a browser has again after a sign-out is no answer of the account', () => {
  const own = entry(true, 60, { kind: 'restored' });
  const taken = entry(false, 30, { method: 'account' });
  const restored = { ...(own as object), seq: NOW } as never;
  expect(said([entry(false, 30)], [taken, restored])).toBe(false);
});

test('an own answer that comes back beside a refusal given here is none either, and the next one counts', () => {
  const before = entry(true, 60, {}, false);
  const taken = entry(false, 30, { method: 'account' });
  const back = { ...(entry(true, 60, { kind: 'given' }) as object), seq: NOW } as never;
  expect(said([entry(false, 30)], [before, taken, back])).toBe(false);
  expect(said([entry(false, 30)], [before, taken, entry(true, 29)])).toBe(true);
});

test('a yes a minute after a no counts where the device had taken the no over, and not else', () => {
  const no = entry(false, 10);
  expect(said([no], [entry(true, 9)])).toBe(false);
  const taken = entry(false, 10, { method: 'account' });
  expect(said([no], [taken, entry(true, 9)])).toBe(true);
});
