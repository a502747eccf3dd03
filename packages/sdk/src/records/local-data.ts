import { browserEnv } from '../env/browser.js';
import { isOurs, localStore } from '../env/local-store.js';

/** Everything of ours in one browser, by the name under which it lies there. */
export interface LocalData {
  readonly localStorage: Readonly<Record<string, unknown>>;
  readonly cookies: Readonly<Record<string, unknown>>;
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const ourCookies = (doc: Document | undefined): [string, string][] =>
  (doc?.cookie ?? '')
    .split('; ')
    .map((pair): [string, string] => [pair.replace(/=.*/s, ''), pair.replace(/^[^=]*=?/, '')])
    .filter(([name]) => isOurs(name));

/**
 * All that Askfirst holds in this browser: consent, answers in forms, accepted policies, what waits to be sent. Plain JSON,
 * for "download my data". Without a DOM: empty.
 */
export function exportLocalData(): LocalData {
  const store = localStore();
  return {
    localStorage: Object.fromEntries(store.keys().map((key) => [key, read(store.get(key) ?? '')])),
    cookies: Object.fromEntries(ourCookies(browserEnv()?.doc).map(([name, value]) => [name, read(decode(value))])),
  };
}

/**
 * Removes all that `exportLocalData` shows. The visitor is undecided again, here at once and in other tabs as well: what was
 * granted is withdrawn. What has not been sent yet is lost: `await log.flush()` first.
 */
export function eraseLocalData(): void {
  const env = browserEnv();
  if (!env) return;
  const { win, doc } = env;
  // Before the rest: other tabs hear of that at once, and would take what a cookie still says. Nobody can ask on which domain
  // one lies; those that are nobody's are refused.
  const labels = win.location.hostname.split('.');
  const domains = ['', ...labels.map((_, place) => `;domain=${labels.slice(place).join('.')}`)];
  for (const [name] of ourCookies(doc)) for (const domain of domains) doc.cookie = `${name}=;max-age=0;path=/${domain}`;
  const store = localStore();
  for (const key of store.keys()) store.set(key, null);
  // The browser tells other tabs, not this one.
  win.dispatchEvent(new StorageEvent('storage'));
}
