import type { Env } from '../env/env.js';
import { inOrder, mergeRecords } from '../policy/merge-records.js';
import { mirrorName, readMirrorCookie } from '../policy/mirror-cookie.js';
import { sealed } from '../policy/seal.js';
import type { ConsentRecord } from '../policy/types.js';
import type { State } from '../state/types.js';

/** The longest that Chromium keeps a cookie, https://developer.chrome.com/blog/cookie-max-age-expires. Milliseconds. */
const LONGEST_MS = 400 * 86_400_000;

/** Carries the choice to the site's other subdomains in one cookie. Of each category the newer choice holds. */
export function mirror(state: State, { doc, win, stops, onEvent }: Env): void {
  const { options, inputs } = state;
  const attributes = `;domain=${options.cookieDomain};path=/;samesite=lax${win.location.protocol === 'https:' ? ';secure' : ''}`;
  const name = mirrorName(options);
  const { latest } = state;

  const take = (record: ConsentRecord) => state.adopt(sealed(record, state.site));
  const withSiblings = (own: ConsentRecord | null) => {
    let found: ConsentRecord | null = null;
    try {
      // The getter itself throws in a sandboxed frame.
      found = readMirrorCookie(doc.cookie, options, inputs.now());
    } catch {}
    return own && found ? mergeRecords(own, found, inputs.now()) : (own ?? found);
  };
  const read = () => {
    const own = state.record();
    const both = withSiblings(own);
    if (both && both !== own) take(both);
  };
  /** Whether the browser took it. */
  const set = (record: ConsentRecord | undefined, until: number) => {
    const pair = `${name}=${record ? encodeURIComponent(JSON.stringify({ ...record, earlier: undefined, seal: undefined })) : ''}`;
    doc.cookie = `${pair};expires=${new Date(until).toUTCString()}${attributes}`;
    return doc.cookie.split('; ').includes(pair);
  };
  /** What was known before the last change. */
  let last: ConsentRecord | null = null;
  const write = () => {
    const next = state.record();
    const ordered = next && inOrder(next, last, inputs.now());
    last = ordered;
    if (ordered !== next) return take(ordered as ConsentRecord);
    // What a sibling has said meanwhile is not written over.
    read();
    const record = (last = state.record());
    if (!record) return;
    const rows = Object.entries(record.choices);
    const refused = rows.filter(([, { granted }]) => !granted);
    // An objection may hold for good, whatever its end.
    const until = refused[0]
      ? inputs.now() + LONGEST_MS
      : Math.max(...rows.map(([, choice]) => Date.parse(choice.until)));
    // Browsers drop a cookie of more than 4096 bytes without a word, and the old one would stay. What was refused has to get
    // through; about what, the sibling asks.
    const short = {
      ...record,
      choices: Object.fromEntries(refused.map(([key, choice]) => [key, { ...choice, asked: [] }])),
    };
    try {
      if (!set(record, until) && !(refused[0] && set(short, until))) set(undefined, 0);
    } catch {}
  };
  read();
  stops.push(state.$consent.subscribe(write));
  state.latest = () => withSiblings(latest());
  // A sibling subdomain may have been visited meanwhile.
  onEvent(win, 'pageshow', read);
  onEvent(doc, 'visibilitychange', read);
}
