import type { Send } from './send-waiting.js';

/** Browsers refuse to let more go on while a page is left: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
const MAX_KEEPALIVE_BYTES = 60_000;

/** Sends to an address, and rejects unless the answer says that the events are kept. */
export const post =
  (url: string, headers: Readonly<Record<string, string>> | undefined): Send =>
  async (events, signal) => {
    const body = JSON.stringify(events);
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal,
      // The browser would ask the next address without the events, or hand them to a page that nobody named.
      redirect: 'manual',
      // The visitor may leave right after the choice.
      keepalive: new TextEncoder().encode(body).length < MAX_KEEPALIVE_BYTES,
    });
    if (answer.type === 'opaqueredirect') throw new Error('it redirects. Set url to the final address');
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    // A sign-in page, or what a static host answers to every address.
    if (/html/.test(answer.headers.get('content-type') ?? '') && /^\s*</.test(await answer.text()))
      throw new Error('it answered with an HTML page');
  };

/** What `fetch` would only call a network that is down; `null` if there is nothing. */
export function mistakeIn(url: string, headers: Readonly<Record<string, string>> | undefined, base: string): unknown {
  try {
    new Headers(headers);
    new URL(url, base);
    return null;
  } catch (error) {
    return error;
  }
}
