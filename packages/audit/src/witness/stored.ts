/** What is stored in a document's origin: the text is run in a world of its own in every frame. */
import type { SeenStorage } from '../model.js';

/** Kind, key and size of one thing that is stored. */
export type Stored = Pick<SeenStorage, 'kind' | 'key' | 'size'>;

/** Is sent to the browser as text, so it may use nothing from outside itself. */
async function list(): Promise<{ origin: string; stored: Stored[] }> {
  const stored: Stored[] = [];
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      for (const [key, value] of Object.entries(globalThis[kind])) stored.push({ kind, key, size: value.length });
    } catch {
      // A sandboxed frame has none.
    }
  }
  try {
    for (const { name } of await indexedDB.databases()) if (name) stored.push({ kind: 'indexedDB', key: name });
  } catch {
    // As above.
  }
  try {
    for (const key of await caches.keys()) {
      stored.push({ kind: 'cacheStorage', key, size: (await (await caches.open(key)).keys()).length });
    }
  } catch {
    // As above, and without TLS.
  }
  return { origin: globalThis.origin, stored };
}

export const storedSource = `(${list})()`;
