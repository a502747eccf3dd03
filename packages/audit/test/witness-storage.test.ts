import { beforeEach, expect, test } from 'vitest';
import { StorageWitness } from '../src/witness/storage.js';
import type { Message } from '../src/witness/targets.js';

const ORIGIN = 'https://www.shop.example';
const SCRIPT = 'https://tag.example/a.js';
let witness: StorageWitness;
beforeEach(() => {
  witness = new StorageWitness();
});

const tell = (what: string, params: object = {}, isLocalStorage = true) =>
  witness.listen({
    method: `DOMStorage.domStorage${what}`,
    params: { storageId: { storageKey: `${ORIGIN}/`, isLocalStorage }, ...params },
    target: { sessionId: 's', kind: 'page', url: `${ORIGIN}/` },
  } as Message);
const entries = () => witness.entries(0);

test('an entry has the script that wrote it and the moment it was written', () => {
  const before = Date.now() - 100;
  witness.wrote('localStorage', 'id', ORIGIN, { at: before, script: SCRIPT });
  tell('ItemAdded', { key: 'id', newValue: '123' });
  tell('ItemUpdated', { key: 'id', newValue: '12345' });
  expect(entries()).toEqual([
    { kind: 'localStorage', origin: ORIGIN, key: 'id', size: 5, at: before, setBy: SCRIPT, remains: true },
  ]);
});

test('the hook may tell after the event', () => {
  tell('ItemAdded', { key: 'id', newValue: '1' });
  witness.wrote('localStorage', 'id', ORIGIN, { at: Date.now(), script: SCRIPT });
  expect(entries()).toMatchObject([{ setBy: SCRIPT }]);
});

test('an entry that is stored anew after it was removed is one more', () => {
  tell('ItemAdded', { key: 'id', newValue: '1' });
  tell('ItemRemoved', { key: 'id' });
  tell('ItemAdded', { key: 'id', newValue: '2' });
  expect(entries().map(({ remains, removedAt }) => [remains, removedAt !== undefined])).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('clearing one kind of storage leaves the other', () => {
  tell('ItemAdded', { key: 'a', newValue: '1' });
  tell('ItemAdded', { key: 'a', newValue: '1' }, false);
  tell('ItemsCleared');
  expect(entries().map(({ kind, remains }) => [kind, remains])).toEqual([
    ['localStorage', false],
    ['sessionStorage', true],
  ]);
});

test('a partition of an origin is that origin', () => {
  witness.listen({
    method: 'DOMStorage.domStorageItemAdded',
    params: {
      storageId: { storageKey: 'https://tag.example/^0https://shop.example', isLocalStorage: true },
      key: 'id',
      newValue: '1',
    },
    target: { sessionId: 's', kind: 'frame', url: 'https://tag.example/' },
  } as Message);
  expect(entries()).toMatchObject([{ origin: 'https://tag.example' }]);
});

test('a database is there from the call on, and gone when a later look does not find it', () => {
  witness.wrote('indexedDB', 'profile', ORIGIN, { at: 1000, script: SCRIPT });
  witness.look(ORIGIN, [], 1500);
  expect(entries()).toMatchObject([{ remains: true }]);
  witness.look(ORIGIN, [{ kind: 'indexedDB', key: 'profile' }], 3000);
  expect(entries()).toMatchObject([{ at: 1000, setBy: SCRIPT, remains: true }]);
  witness.look(ORIGIN, [], 4000);
  expect(entries()).toMatchObject([{ remains: false, removedAt: 4000 }]);
});

test('what no event told of is found by looking', () => {
  witness.look(ORIGIN, [{ kind: 'cacheStorage', key: 'ids', size: 2 }], 2000);
  expect(entries()).toEqual([{ kind: 'cacheStorage', origin: ORIGIN, key: 'ids', size: 2, at: 2000, remains: true }]);
});

test('what is there at a press was stored before it, however late its event comes', () => {
  const press = Date.now();
  tell('ItemAdded', { key: 'early', newValue: '1' });
  witness.held(
    ORIGIN,
    [
      { kind: 'localStorage', key: 'early' },
      { kind: 'localStorage', key: 'late event' },
    ],
    press - 1,
  );
  tell('ItemAdded', { key: 'late event', newValue: '1' });
  tell('ItemAdded', { key: 'caused', newValue: '1' });
  expect(entries().map(({ key, at }) => [key, at < press])).toEqual([
    ['early', true],
    ['late event', true],
    ['caused', false],
  ]);
});

test('what a script stores and removes in one breath lasts no time, however late the events come', () => {
  const start = Date.now() - 500;
  for (const [key, breath] of [
    ['tried', 1],
    ['kept a while', 2],
  ] as const) {
    witness.wrote('localStorage', key, ORIGIN, { at: start, breath: 1 });
    tell('ItemAdded', { key, newValue: '1' });
    witness.removed('localStorage', key, ORIGIN, { at: start + 300, breath });
    tell('ItemRemoved', { key });
  }
  expect(entries().map(({ at, removedAt = 0 }) => removedAt - at)).toEqual([0, 300]);
});
