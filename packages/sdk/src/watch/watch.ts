import type { StorageKind, StoredItem } from '@askfirst/data';
import type { Env } from '../env/env.js';
import { storedNames } from '../env/stored-names.js';
import { isHost, isName } from '../policy/declared.js';

/** An entry that the page stores, or a host that it requests, without a declaration. */
export interface Undeclared {
  readonly kind: StorageKind | 'request';
  /** Name of the entry; for a request the host it went to. */
  readonly name: string;
}

/** The part of a declared service that a page can be compared with. */
export interface Declared {
  readonly hosts?: readonly string[];
  readonly stores?: readonly Pick<StoredItem, 'kind' | 'name'>[];
}

/** Browsers fire no event in the page that writes to storage. Milliseconds. */
const LOOK_AGAIN_MS = 1000;

/**
 * Compares what a page stores and requests with a declaration, and reports each difference once. It only reads: it replaces, writes
 * and requests nothing.
 *
 * @returns A function that stops it.
 */
export function watchPage(declared: readonly Declared[], env: Env, report: (finding: Undeclared) => void): () => void {
  const { win, doc, stops, onEvent } = env;
  const told = new Set<string>();
  const tell = (kind: Undeclared['kind'], name: string) => {
    const key = `${kind} ${name}`;
    if (!stops[0] || told.has(key)) return;
    told.add(key);
    report({ kind, name });
  };
  const isStored = (kind: StorageKind, name: string) =>
    declared.some(({ stores }) => stores?.some((item) => item.kind === kind && isName(item.name, name)));
  const look = () => {
    for (const kind of Object.keys(storedNames) as StorageKind[])
      storedNames[kind](env)
        // Forbidden storage is empty.
        .catch(() => [])
        .then((names) => names.filter((name) => !isStored(kind, name)).forEach((name) => tell(kind, name)));
  };
  const timer = win.setInterval(look, LOOK_AGAIN_MS);
  stops.push(() => win.clearInterval(timer));
  onEvent(doc, 'visibilitychange', look);
  const { cookieStore } = win as { cookieStore?: EventTarget };
  if (cookieStore) onEvent(cookieStore, 'change', look);
  look();

  const requests = new win.PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const address = new URL(name, doc.baseURI);
      // A host name may end with a full stop, the root of DNS.
      const host = address.hostname.replace(/\.$/, '');
      const isForeign = address.protocol.startsWith('http') && host !== win.location.hostname;
      if (isForeign && !declared.some(({ hosts }) => isHost(hosts, address))) tell('request', host);
    }
  });
  // Buffered, so that earlier requests are included.
  requests.observe({ type: 'resource', buffered: true });
  stops.push(() => requests.disconnect());
  return () => {
    for (const stop of stops.splice(0)) stop();
  };
}
