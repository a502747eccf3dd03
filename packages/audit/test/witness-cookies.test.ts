import { expect, test } from 'vitest';
import {
  type CookieSnapshot,
  joinCookies,
  type KeptCookie,
  preparedCookies,
  type ScriptCookie,
} from '../src/witness/cookies.js';
import type { CookieEvent } from '../src/witness/net-log-events.js';

const ZERO = 1_000_000;
const PAGE = 'https://www.shop.example/';
const event = (at: number, more: Partial<CookieEvent> = {}): CookieEvent => ({
  at: ZERO + at,
  what: 'added',
  name: 'id',
  domain: 'www.shop.example',
  path: '/',
  httpOnly: false,
  secure: true,
  ...more,
});
const kept = (expires = -1, more: Partial<KeptCookie> = {}): KeptCookie => ({
  name: 'id',
  domain: 'www.shop.example',
  path: '/',
  httpOnly: false,
  secure: true,
  expires,
  ...more,
});
const join = (events: CookieEvent[], writes: ScriptCookie[] = [], snapshots: CookieSnapshot[] = []) =>
  joinCookies({ events, writes, snapshots, pageAt: () => PAGE, zero: ZERO });

test('the script that wrote a cookie just before is the one that set it', () => {
  const writes = [
    { at: ZERO + 90, name: 'id', lifetime: 60, script: 'https://tag.example/a.js' },
    { at: ZERO + 5000, name: 'id', script: 'https://tag.example/late.js' },
    { at: ZERO + 95, name: 'other', script: 'https://tag.example/other.js' },
  ];
  expect(join([event(100)], writes)).toMatchObject([
    { at: 90, by: 'script', setBy: 'https://tag.example/a.js', lifetimeAsked: 60 },
  ]);
  expect(join([event(100)])).toMatchObject([{ by: 'unknown' }]);
});

test('the answer that set a cookie is named, whatever scripts wrote', () => {
  const setBy = { url: 'https://www.shop.example/pixel', header: 'id=1; Max-Age=99' };
  const writes = [{ at: ZERO + 100, name: 'id', lifetime: 1, script: 'https://tag.example/a.js' }];
  expect(join([event(100, { setBy, httpOnly: true })], writes)).toMatchObject([
    { by: 'http', setBy: setBy.url, lifetimeAsked: 99, httpOnly: true },
  ]);
});

test('a cookie that is made anew after it was removed is one more entry', () => {
  const events = [event(100), event(200, { what: 'removed' }), event(300)];
  const snapshots = [{ at: ZERO + 400, cookies: [kept((ZERO + 300) / 1000 + 50)] }];
  expect(join(events, [], snapshots)).toMatchObject([
    { at: 100, remains: false, removedAt: 200 },
    { at: 300, remains: true, lifetimeKept: 50 },
  ]);
  expect(join(events, [], snapshots)[0]).not.toHaveProperty('lifetimeKept');
});

test('a cookie that is written again is one entry, with the longest life that was asked for', () => {
  const writes = [
    { at: ZERO + 100, name: 'id', lifetime: 600 },
    { at: ZERO + 200, name: 'id', lifetime: 60 },
  ];
  expect(join([event(100), event(200)], writes)).toMatchObject([{ at: 100, lifetimeAsked: 600 }]);
});

test('what the browser no longer has at the end does not remain', () => {
  expect(join([event(100)], [], [{ at: ZERO + 400, cookies: [] }])).toMatchObject([{ remains: false }]);
});

test('a cookie of another site, and one in a partition', () => {
  const other = { domain: '.tag.example' };
  const snapshots = [{ at: ZERO + 400, cookies: [kept(-1, { ...other, partitionKey: 'https://shop.example' })] }];
  expect(join([event(100, other)], [], snapshots)).toMatchObject([{ isThirdParty: true, partitioned: true }]);
  expect(join([event(100, { domain: '.shop.example' })])).toMatchObject([{ isThirdParty: false }]);
});

test('a cookie that a script writes and removes in one breath lasts no time, however slow the machine is', () => {
  const write = (at: number, breath: number, more: Partial<ScriptCookie> = {}) => ({
    at: ZERO + at,
    name: 'id',
    breath,
    ...more,
  });
  const events = [event(150), event(400, { what: 'removed' })];
  const tried = join(events, [write(100, 1), write(200, 1, { lifetime: 0 })]);
  const kept = join(events, [write(100, 1), write(200, 2, { lifetime: 0 })]);
  expect([tried, kept].map(([cookie]) => (cookie?.removedAt ?? 0) - (cookie?.at ?? 0))).toEqual([0, 300]);
});

test('a cookie that was there before the visit says so, with its flags, and until when it was there', () => {
  const first = { at: ZERO - 10, cookies: [kept(ZERO / 1000 + 500, { httpOnly: true, sameSite: 'Lax' })] };
  const write = { at: ZERO + 5, name: 'id', script: 'https://tag.example/a.js' };
  const [cookie] = join([...preparedCookies(first), event(400, { what: 'removed' })], [write], [first]);
  expect(cookie).toMatchObject({ by: 'unknown', isPrepared: true, httpOnly: true, sameSite: 'lax', removedAt: 400 });
  expect(cookie?.lifetimeKept).toBe(500);
});
