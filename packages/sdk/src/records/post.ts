import type { RecordsOptions } from './record-log.js';
import { Refusal, type Send } from './send-waiting.js';

/** Browsers refuse `keepalive` requests beyond 64 KiB: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const MAX_KEEPALIVE_BYTES = 60_000;

/** Statuses by which a server objects to what it got: https://www.rfc-editor.org/rfc/rfc9110#name-client-error-4xx */
const REFUSALS = [400, 409, 413, 422];

/** Sends events to an address. Rejects unless the response says that they were stored. */
export const post =
  (url: string, headers: RecordsOptions['headers']): Send =>
  async (events, signal) => {
    const body = JSON.stringify(events);
    const more = typeof headers === 'function' ? await headers() : headers;
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body,
      signal,
      // After a redirect the browser would send a GET without the events, or send them to an address that the owner did not name:
      // https://fetch.spec.whatwg.org/#http-redirect-fetch
      redirect: 'manual',
      // The visitor may leave right after the choice.
      keepalive: new TextEncoder().encode(body).length < MAX_KEEPALIVE_BYTES,
    });
    // Until its answer is read, a `keepalive` request counts towards the 64 KiB, with all others of the page.
    const text = await answer.text();
    if (answer.type === 'opaqueredirect') throw new Error('it redirects. Set url to the final address');
    if (REFUSALS.includes(answer.status)) throw new Refusal(answer.status);
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    // A sign-in page, or the fallback page of a static host.
    if (/html/i.test(answer.headers.get('content-type') ?? '') && /^\s*</.test(text))
      throw new Error('it answered with an HTML page');
  };

/** What is wrong with an address or headers; `null` if nothing. `fetch` rejects these like a network that is down. */
export function mistakeIn(url: string, headers: RecordsOptions['headers'], base: string): unknown {
  try {
    if (typeof headers !== 'function') new Headers(headers);
    new URL(url, base);
    return null;
  } catch (error) {
    return error;
  }
}
