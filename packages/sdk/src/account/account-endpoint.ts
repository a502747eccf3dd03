import { inTime } from '../env/in-time.js';
import type { ConsentRecord } from '../policy/types.js';
import type { AccountStore } from './types.js';

/**
 * An endpoint of yours that keeps the choice of the account that is signed in, by its own cookie or header. `GET` answers with the
 * record, or with 204 or 404 if there is none, and an `ETag`. `PUT` stores what it gets, if the `ETag` in `If-Match` is still the right
 * one, or if there is none and the request says `If-None-Match: *`; otherwise it answers with 412, and the record is joined again.
 *
 * @param headers Further headers for both.
 * @throws Error if the endpoint answers anything else, or not within 10 seconds.
 * @example accountConsent(consent, options, accountEndpoint('/api/consent'))
 */
export function accountEndpoint(url: string, headers: Readonly<Record<string, string>> = {}): AccountStore {
  let version: string | null = null;
  let clock: number | undefined;
  const ask = async (init: RequestInit) => {
    const answer = await fetch(url, { cache: 'no-store', redirect: 'error', ...init });
    // Another origin hides its `Date` unless it says otherwise: https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
    const date = Date.parse(answer.headers.get('date') ?? '');
    clock = Number.isNaN(date) ? undefined : date;
    // Until its answer is read, a `keepalive` request counts towards the 64 KiB that a page may have on the way.
    const text = await answer.text();
    return { text, status: answer.status, isOk: answer.ok, etag: answer.headers.get('etag') };
  };
  const fail = (problem: string): never => {
    throw new Error(`${url} answered ${problem}`);
  };
  return {
    now: () => clock,
    load: () =>
      inTime(async (signal) => {
        const { text, status, isOk, etag } = await ask({ headers, signal });
        version = etag;
        if (status === 204 || status === 404) return null;
        if (!isOk) fail(`GET with ${status}. It has to be 200 with the record, or 204 if there is none`);
        let record: unknown;
        try {
          record = JSON.parse(text);
        } catch {
          fail('GET with what is no JSON. It has to be the record, or 204 if there is none');
        }
        // Each save would be refused, or two devices would replace each other's answers unseen.
        if (!etag)
          fail('GET without an ETag. On another origin it also needs Access-Control-Expose-Headers: Date, ETag');
        return record;
      }),
    save: (record: ConsentRecord) =>
      inTime(async (signal) => {
        const condition = version ? { 'if-match': version } : { 'if-none-match': '*' };
        const { status, isOk } = await ask({
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...headers, ...condition },
          body: JSON.stringify(record),
          // The visitor may leave right after the choice.
          keepalive: true,
          signal,
        });
        if (!isOk && status !== 412)
          fail(`PUT with ${status}. It has to be 2xx once it is stored, or 412 if the ETag is another`);
        return isOk;
      }),
  };
}
