import type { StoredItem } from '@askfirst/data';
import type { Env } from '../../env/env.js';
import { cookieNames, removeCookie } from './cookies.js';

type Kind = StoredItem['kind'];

const webStorage = (kind: 'localStorage' | 'sessionStorage') => ({
  names: async ({ win }: Env) => Object.keys(win[kind]),
  remove: ({ win }: Env, name: string) => win[kind].removeItem(name),
});

/** How the names in each kind of storage are read, and how one is removed. */
const kinds: Readonly<
  Record<Kind, { names(env: Env): Promise<string[]>; remove(env: Env, name: string, path?: string): unknown }>
> = {
  cookie: { names: async (env) => cookieNames(env), remove: removeCookie },
  localStorage: webStorage('localStorage'),
  sessionStorage: webStorage('sessionStorage'),
  indexedDB: {
    // Not in Firefox before 126.
    names: async ({ win }) => ((await win.indexedDB.databases?.()) ?? []).map(({ name }) => name as string),
    remove: ({ win }, name) =>
      new Promise((done) => {
        const request = win.indexedDB.deleteDatabase(name);
        // Blocked: a script still has it open. It goes as soon as that one lets go.
        request.onsuccess = request.onerror = request.onblocked = done;
      }),
  },
  cacheStorage: {
    names: async ({ win }) => win.caches?.keys() ?? [],
    remove: ({ win }, name) => win.caches.delete(name),
  },
};

export const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** Names in the visitor's browser that an entry of a declaration stands for. Forbidden storage holds none. */
export async function namesOf(env: Env, { kind, name }: StoredItem): Promise<string[]> {
  try {
    return (await kinds[kind].names(env)).filter((found) => matches(name, found));
  } catch {
    return [];
  }
}

/** Removes one entry, and resolves once the browser has tried. */
export async function removeItem(env: Env, { kind, path }: StoredItem, name: string): Promise<void> {
  try {
    await kinds[kind].remove(env, name, path);
  } catch {
    // Still there when somebody looks.
  }
}
