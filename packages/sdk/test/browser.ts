import { vi } from 'vitest';

/** As much of a browser as code without an interface needs. `full` storage refuses to write, `forbidden` to do anything. */
export function browser(stored: Record<string, string> = {}) {
  const entries = new Map(Object.entries(stored));
  const state = { storage: 'works' as 'works' | 'full' | 'full for events' | 'forbidden' };
  const events = new EventTarget();
  const methods = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem(key: string, text: string) {
      if (state.storage === 'full' || (state.storage !== 'works' && /log\../.test(key)))
        throw new DOMException('full', 'QuotaExceededError');
      entries.set(key, text);
    },
    removeItem: (key: string) => entries.delete(key),
  };
  const localStorage = new Proxy(methods, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: (_, key) => ({ value: entries.get(key as string), enumerable: true, configurable: true }),
  });
  const target = {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    dispatchEvent: events.dispatchEvent.bind(events),
  };
  const win = {
    ...target,
    // `full for events` means those of the log.
    navigator: { onLine: false },
    location: { hostname: 'www.shop.example', protocol: 'https:' },
    get localStorage() {
      if (state.storage === 'forbidden') throw new DOMException('denied', 'SecurityError');
      return localStorage;
    },
  };
  vi.stubGlobal('window', win);
  vi.stubGlobal('document', {
    ...target,
    baseURI: 'https://www.shop.example/',
    documentElement: { lang: 'de' },
    cookie: '',
    querySelector: () => null,
    querySelectorAll: () => [],
  });
  vi.stubGlobal('StorageEvent', class extends Event {});
  return {
    entries,
    state,
    /** What another tab does. */
    elsewhere(key: string, text: string | null) {
      if (text === null) entries.delete(key);
      else entries.set(key, text);
      events.dispatchEvent(new Event('storage'));
    },
    fire: (type: string) => events.dispatchEvent(new Event(type)),
  };
}

/** What the owner reads in the console. */
export function ownerReads() {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  return () => said.mock.calls.map(([message]) => String(message));
}
