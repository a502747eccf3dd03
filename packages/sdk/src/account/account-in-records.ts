import { inTime } from '../env/in-time.js';
import { type Choices, isSame, joinAccount } from '../policy/join-account.js';
import { isSound } from '../policy/record.js';
import type { Choice, ConsentRecord } from '../policy/types.js';
import type { AccountStore } from './types.js';

interface Entry {
  readonly seq: number;
  /** Whether the owner's server has said that the event is the account's. */
  readonly vouched: boolean;
  readonly event: (ConsentRecord & { readonly recordId: string; readonly kind?: string }) | null;
}

const recordIn = ({ event }: Entry): ConsentRecord[] => {
  // What comes back at a sign-out is the browser's answer, not one of the account.
  const record = event && event.kind !== 'restored' && { ...event, id: event.recordId, checked: null };
  return record && isSound(record) ? [record] : [];
};

/**
 * What the device had taken over from the account, it knew when it answered again. An answer that it had before, and that came back at a
 * sign-out, is none.
 */
function knownOn(ordered: readonly Entry[], { choices }: ConsentRecord): Choices {
  const place = ordered.map(({ vouched, event }) => vouched && event?.method === 'account').lastIndexOf(true);
  const [taken] = ordered.slice(place, place + 1).flatMap(recordIn);
  const earlier = ordered.slice(0, Math.max(place, 0)).flatMap(recordIn);
  const isBack = (key: string, choice: Choice) =>
    !isSame(choice, taken?.choices[key]) && earlier.some((record) => isSame(choice, record.choices[key]));
  return Object.fromEntries(
    Object.entries(taken?.choices ?? {}).filter(([key]) => !(choices[key] && isBack(key, choices[key]))),
  );
}

/**
 * What an account has answered on all of its devices: the last answers of each, joined as those of a browser and an account are.
 *
 * @param chains As the record service answers: one for each device.
 * @param now Milliseconds since the epoch.
 */
export function accountOfChains(
  chains: readonly { readonly entries: readonly Entry[] }[],
  now: number,
): ConsentRecord | null {
  let account: ConsentRecord | null = null;
  for (const { entries } of chains) {
    const ordered = [...entries].sort((one, other) => one.seq - other.seq);
    const last = ordered
      .filter(({ vouched }) => vouched)
      .flatMap(recordIn)
      .at(-1);
    if (!last) continue;
    const known = knownOn(ordered, last);
    const choices = joinAccount({ own: last.choices, account: account?.choices ?? {}, known, now });
    account = { ...last, choices };
  }
  return account;
}

/**
 * The choice of the account from the records that `sendRecords` sends to `@askfirst/record-service`: nothing else has to be kept.
 *
 * @param url Address of the site there, for example `https://records.example.com/v1/shop`.
 * @param subject The id of the account, as it was given to `identify`.
 * @param token A token of the account, from your own server.
 * @throws Error if the service does not answer with records, or not within 10 seconds.
 * @example accountConsent(consent, options, accountInRecords('https://records.example.com/v1/shop', user.id, fetchToken))
 */
export function accountInRecords(
  url: string,
  subject: string,
  token: () => string | PromiseLike<string>,
): AccountStore {
  return {
    load: () =>
      inTime(async (signal) => {
        const answer = await fetch(`${url}/subjects/${encodeURIComponent(subject)}`, {
          headers: { authorization: `Bearer ${await token()}` },
          cache: 'no-store',
          redirect: 'error',
          signal,
        });
        if (answer.status === 401)
          throw new Error(`${url} answered 401. token() has to return a token of this account that has not expired`);
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
        return accountOfChains((await answer.json()).chains, Date.now());
      }),
    // The events say it.
    save() {},
  };
}
