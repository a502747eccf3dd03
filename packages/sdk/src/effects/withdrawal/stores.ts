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
      // Blocked: a script still has it open. It goes as soon as that one lets go.
      request.onsuccess = request.onerror = request.onblocked = done;
    }),
  cacheStorage: ({ win }, name) => win.caches.delete(name),
};

/** Names in the visitor's browser that an entry of a declaration stands for. Forbidden storage holds none. */
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
    // Still there when somebody looks.
  }
}
