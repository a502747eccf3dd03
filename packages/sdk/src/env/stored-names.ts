import type { Env } from './env.js';

/**
 * Whether cookies can be read. In a sandboxed frame without `allow-same-origin` that throws:
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie
 */
export const hasCookies = ({ win }: Pick<Env, 'win'>): boolean => win.origin !== 'null';

/** Names of the cookies that this page can see. */
export const cookieNames = (env: Pick<Env, 'win' | 'doc'>): string[] =>
  (hasCookies(env) ? env.doc.cookie : '')
    .split('; ')
    .map((pair) => pair.split('=')[0] as string)
    .filter(Boolean);

type Read = (env: Pick<Env, 'win' | 'doc'>) => Promise<string[]>;

/** Reads the names in each kind of storage. Rejects if that storage is forbidden. */
export const storedNames = {
  cookie: async (env) => cookieNames(env),
  localStorage: async ({ win }) => Object.keys(win.localStorage),
  sessionStorage: async ({ win }) => Object.keys(win.sessionStorage),
  // Firefox before 126 has no `databases`: https://developer.mozilla.org/en-US/docs/Web/API/IDBFactory/databases
  indexedDB: async ({ win }) => ((await win.indexedDB.databases?.()) ?? []).map(({ name }) => name as string),
  // Secure contexts only: https://w3c.github.io/ServiceWorker/#cachestorage-interface
  cacheStorage: async ({ win }) => (await win.caches?.keys()) ?? [],
} satisfies Record<string, Read>;
