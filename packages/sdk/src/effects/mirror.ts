import type { Env } from '../env/env.js';
import { inOrder, mergeRecords } from '../policy/merge-records.js';
import { mirrorName, readMirrorCookie } from '../policy/mirror-cookie.js';
import { sealed } from '../policy/seal.js';
import type { ConsentRecord } from '../policy/types.js';
import type { State } from '../state/types.js';

/** The longest that Chromium keeps a cookie, https://developer.chrome.com/blog/cookie-max-age-expires. Milliseconds. */
const LONGEST_MS = 400 * 86_400_000;

/** Carries the choice to the site's other subdomains in one cookie. For each category the newer choice counts. */
export function mirror(state: State, { doc, win, stops, onEvent }: Env): void {
  const { options, inputs } = state;
  const attributes = `;domain=${options.cookieDomain};path=/;samesite=lax${win.location.protocol === 'https:' ? ';secure' : ''}`;
  const name = mirrorName(options);
  const { latest } = state;

  const take = (record: ConsentRecord) => state.adopt(sealed(record, state.site));
  const withSiblings = (own: ConsentRecord | null) => {
    let found: ConsentRecord | null = null;
    try {
      // Throws in a sandboxed frame: https://html.spec.whatwg.org/multipage/dom.html#dom-document-cookie
      found = readMirrorCookie(doc.cookie, options, inputs.now());
    } catch {}
    return own && found ? mergeRecords(own, found, inputs.now()) : (own ?? found);
  };
  const read = () => {
    const own = state.record();
    const both = withSiblings(own);
    if (both && both !== own) take(both);
  };
  /** @returns Whether the browser stored the cookie. */
  const set = (record: ConsentRecord | undefined, until: number) => {
    const pair = `${name}=${record ? encodeURIComponent(JSON.stringify({ ...record, earlier: undefined, seal: undefined })) : ''}`;
    doc.cookie = `${pair};expires=${new Date(until).toUTCString()}${attributes}`;
    return doc.cookie.split('; ').includes(pair);
  };
  /** The record before the last change. */
  let last: ConsentRecord | null = null;
  const write = () => {
    const next = state.record();
    const ordered = next && inOrder(next, last, inputs.now());
    last = ordered;
    if (ordered !== next) return take(ordered as ConsentRecord);
    // A sibling subdomain may have written a newer answer.
    read();
    const record = (last = state.record());
    if (!record) return;
    const rows = Object.entries(record.choices);
    const refused = rows.filter(([, { granted }]) => !granted);
    // Where the law lets things run until an objection, an objection does not expire.
    const until = refused[0]
      ? inputs.now() + LONGEST_MS
      : Math.max(...rows.map(([, choice]) => Date.parse(choice.until)));
    // Browsers ignore a cookie of more than 4096 bytes (https://www.rfc-editor.org/rfc/rfc6265#section-6.1), and the old one would
    // stay. Then only the refusals are written, without their services, so that sibling subdomains ask about the rest.
    const short = {
      ...record,
      choices: Object.fromEntries(refused.map(([key, choice]) => [key, { ...choice, asked: [], services: undefined }])),
    };
    try {
      if (!set(record, until) && !(refused[0] && set(short, until))) set(undefined, 0);
    } catch {}
  };
  read();
  stops.push(state.$consent.subscribe(write));
  state.latest = () => withSiblings(latest());
  // The visitor may have answered on a sibling subdomain.
  onEvent(win, 'pageshow', read);
  onEvent(doc, 'visibilitychange', read);
}
