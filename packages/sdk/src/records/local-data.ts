import { browserEnv } from '../env/browser.js';
import { isOurs, localStore } from '../env/local-store.js';

/** Everything that Askfirst has stored in one browser, by its names there. */
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
 * Everything that Askfirst has stored in this browser: consent, answers in forms, accepted policies, records that wait to be sent.
 * Plain JSON, for "download my data". Empty on a server.
 *
 * @example download(JSON.stringify(exportLocalData()))
 */
export function exportLocalData(): LocalData {
  const store = localStore();
  return {
    localStorage: Object.fromEntries(store.keys().map((key) => [key, read(store.get(key) ?? '')])),
    cookies: Object.fromEntries(ourCookies(browserEnv()?.doc).map(([name, value]) => [name, read(decode(value))])),
  };
}

/**
 * Removes everything that `exportLocalData` returns. The visitor is undecided again in this tab and in all others, so what was granted
 * is withdrawn. Records that were not sent yet are lost: `await log.flush()` first.
 */
export function eraseLocalData(): void {
  const env = browserEnv();
  if (!env) return;
  const { win, doc } = env;
  // Cookies first: other tabs get an event for storage, and would read a cookie that is still there. A page cannot see the domain of a
  // cookie, so all are tried. Browsers refuse public suffixes: https://www.rfc-editor.org/rfc/rfc6265#section-5.3
  const labels = win.location.hostname.split('.');
  const domains = ['', ...labels.map((_, place) => `;domain=${labels.slice(place).join('.')}`)];
  for (const [name] of ourCookies(doc)) for (const domain of domains) doc.cookie = `${name}=;max-age=0;path=/${domain}`;
  const store = localStore();
  for (const key of store.keys()) store.set(key, null);
  // Browsers fire this event in other tabs only: https://html.spec.whatwg.org/multipage/webstorage.html#concept-storage-broadcast
  win.dispatchEvent(new StorageEvent('storage'));
}
