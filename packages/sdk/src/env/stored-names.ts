import type { Env } from './env.js';

/** Not in a sandboxed frame without `allow-same-origin`: there a look at cookies throws. */
export const hasCookies = ({ win }: Pick<Env, 'win'>): boolean => win.origin !== 'null';

/** Names of the cookies that this page can see. */
export const cookieNames = (env: Pick<Env, 'win' | 'doc'>): string[] =>
  (hasCookies(env) ? env.doc.cookie : '')
    .split('; ')
    .map((pair) => pair.split('=')[0] as string)
    .filter(Boolean);

type Read = (env: Pick<Env, 'win' | 'doc'>) => Promise<string[]>;

/** How the names in each kind of storage are read. Each rejects where that storage is forbidden. */
export const storedNames = {
  cookie: async (env) => cookieNames(env),
  localStorage: async ({ win }) => Object.keys(win.localStorage),
  sessionStorage: async ({ win }) => Object.keys(win.sessionStorage),
  // Not in Firefox before 126.
  indexedDB: async ({ win }) => ((await win.indexedDB.databases?.()) ?? []).map(({ name }) => name as string),
  // Only in secure contexts.
  cacheStorage: async ({ win }) => (await win.caches?.keys()) ?? [],
} satisfies Record<string, Read>;
