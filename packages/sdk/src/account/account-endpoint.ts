import { inTime } from '../env/in-time.js';
import type { ConsentRecord } from '../policy/types.js';
import type { AccountStore } from './account-consent.js';

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
    return answer;
  };
  const fail = ({ status }: Response): never => {
    throw new Error(`${url} answered ${status}`);
  };
  return {
    now: () => clock,
    load: () =>
      inTime(async (signal) => {
        const answer = await ask({ headers, signal });
        version = answer.headers.get('etag');
        if (answer.status === 204 || answer.status === 404) return null;
        return answer.ok ? answer.json() : fail(answer);
      }),
    save: (record: ConsentRecord) =>
      inTime(async (signal) => {
        const condition = version ? { 'if-match': version } : { 'if-none-match': '*' };
        const answer = await ask({
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...headers, ...condition },
          body: JSON.stringify(record),
          // The visitor may leave right after the choice.
          keepalive: true,
          signal,
        });
        return answer.status !== 412 && (answer.ok || fail(answer));
      }),
  };
}
