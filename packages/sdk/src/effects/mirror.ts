import type { Env } from '../env/env.js';
import { MIRROR_COOKIE, readMirrorCookie } from '../policy/mirror-cookie.js';
import type { ConsentRecord } from '../policy/types.js';
import type { State } from '../state/types.js';

const timeOf = (record: ConsentRecord | null) =>
  Math.max(0, ...Object.values(record?.choices ?? {}).map(({ at }) => Date.parse(at)));

/** Carries the choice to the site's other subdomains in one cookie. The newer of the two records holds. */
export function mirror(state: State, { doc, win, stops, onEvent }: Env): void {
  const domain = state.options.cookieDomain;
  const attributes = `;domain=${domain};path=/;samesite=lax${win.location.protocol === 'https:' ? ';secure' : ''}`;
  const read = () => {
    const record = readMirrorCookie(doc.cookie);
    if (record && timeOf(record) > timeOf(state.record())) state.adopt(record);
  };
  const write = () => {
    const record = state.record();
    if (!record) return;
    const end = Math.max(...Object.values(record.choices).map(({ until }) => Date.parse(until)));
    doc.cookie = `${MIRROR_COOKIE}=${encodeURIComponent(JSON.stringify(record))};expires=${new Date(end).toUTCString()}${attributes}`;
  };
  read();
  stops.push(state.$consent.subscribe(write));
  // A sibling subdomain may have been visited meanwhile.
  onEvent(win, 'pageshow', read);
  onEvent(doc, 'visibilitychange', read);
}
