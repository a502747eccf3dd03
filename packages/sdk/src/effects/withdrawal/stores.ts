import type { StoredItem } from '@askfirst/data';
import type { Env } from '../../env/env.js';
import { storedNames } from '../../env/stored-names.js';
import { isName } from '../../policy/declared.js';
import { removeCookie } from './cookies.js';

/** How one entry of each kind is removed. */
const removers: Readonly<Record<StoredItem['kind'], (env: Env, name: string, path?: string) => unknown>> = {
  cookie: removeCookie,
  localStorage: ({ win }, name) => win.localStorage.removeItem(name),
  sessionStorage: ({ win }, name) => win.sessionStorage.removeItem(name),
  indexedDB: ({ win }, name) =>
    new Promise((done) => {
      const request = win.indexedDB.deleteDatabase(name);
      // Blocked: a script still has the database open. The browser deletes it once the script closes it:
      // https://w3c.github.io/IndexedDB/#dom-idbfactory-deletedatabase
      request.onsuccess = request.onerror = request.onblocked = done;
    }),
  cacheStorage: ({ win }, name) => win.caches.delete(name),
};

/** The stored names that an entry of a declaration stands for. None if storage is forbidden. */
export async function namesOf(env: Env, { kind, name }: StoredItem): Promise<string[]> {
  try {
    return (await storedNames[kind](env)).filter((found) => isName(name, found));
  } catch {
    return [];
  }
}

/** Removes one entry, and resolves once the browser has tried. */
export async function removeItem(env: Env, { kind, path }: StoredItem, name: string): Promise<void> {
  try {
    await removers[kind](env, name, path);
  } catch {
    // The report finds that the entry is still there.
  }
}
