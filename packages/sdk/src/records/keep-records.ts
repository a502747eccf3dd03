import { browserEnv, now } from '../env/browser.js';
import { localStore } from '../env/local-store.js';
import { say } from '../env/say.js';
import { addDuration } from '../policy/add-duration.js';
import { shortHash } from '../policy/short-hash.js';
import type { ConsentRecord } from '../policy/types.js';
import { makeEvent, newestChoice, type RecordEvent, stateOf } from './record-event.js';
import { recordQueue } from './record-queue.js';

/** Characters in one request. Browsers let 64 KiB go on while a page is left. */
const MAX_BODY = 30_000;

/** What `createConsent` gives, as far as the log needs it. */
export interface RecordSource {
  readonly $consent: { subscribe(listener: () => void): () => void };
  record(): ConsentRecord | null;
}

export interface RecordsOptions {
  /** Your own endpoint. It gets a POST with a JSON list of events, and answers with any 2xx once it has kept them. */
  url?: string;
  /** More headers for `url`. */
  headers?: Readonly<Record<string, string>>;
  /** Instead of `url`: sends in your own way, and throws or rejects if the events are not kept. */
  send?: (events: readonly RecordEvent[]) => unknown;
  /** How long you keep the records: until the account is deleted, plus an ISO 8601 duration such as `P30D`. */
  retention?: { until: 'accountDeletion'; plus?: string };
}

/** The log of one site's consent in one page. */
export interface RecordLog {
  /**
   * Says whose consent it is: a sign-in. What was chosen before without an account is linked to it by one more event, unless
   * it already belongs to another. `null` at sign-out.
   */
  identify(subject: string | null): void;
  /** What waits to be sent, oldest first. */
  events(): RecordEvent[];
  /** Tries to send now. Resolves after the try. */
  flush(): Promise<void>;
  /**
   * The account is being deleted: sends a last event that says until when its records are kept, and forgets the account.
   * Returns that time, ISO 8601, UTC.
   */
  erase(): string;
  stop(): void;
}

/**
 * Sends each change of the consent record to your own endpoint, as the proof that a controller has to hold (GDPR Art 7(1)).
 * Before the first choice nothing is sent. What cannot be sent waits in `localStorage` for the network, the next change
 * or the next visit. An event may arrive twice: drop those whose `recordId` and `seq` you already have.
 *
 * @throws Nothing. What is wrong is named in one console message.
 * @example
 * const log = keepRecords(consent, { url: '/api/consent-records', retention: { until: 'accountDeletion', plus: 'P30D' } })
 * log.identify(user.id)
 */
export function keepRecords(consent: RecordSource, options: RecordsOptions): RecordLog {
  const { url, headers, retention } = options;
  const env = browserEnv();
  const queue = recordQueue(localStore());
  const stops: Array<() => void> = [];
  let subject: string | null = null;
  let sending = Promise.resolve();
  let active = false;

  const post = async (events: readonly RecordEvent[]) => {
    const { ok, status } = await fetch(url as string, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(events),
      // The visitor may leave right after the choice.
      keepalive: true,
    });
    if (!ok) throw new Error(`it answered ${status}`);
  };
  const { send = post } = options;
  const sendWaiting = async () => {
    for (let waiting = queue.waiting(); waiting[0]; waiting = queue.waiting()) {
      let length = 0;
      const batch = waiting.filter((event, place) => (length += JSON.stringify(event).length) < MAX_BODY || !place);
      try {
        await send(batch);
      } catch (error) {
        // Without a network there is nothing to mend; what the page's own policy forbids, the browser says.
        if (!(error instanceof TypeError))
          say('records', `The consent log could not be sent to ${url ?? 'send'}: ${error}. It is kept and sent again.`);
        return;
      }
      queue.remove(batch);
    }
  };
  /** One after the other: what was added during a try gets one of its own. */
  const flush = () => {
    sending = sending.then(() => (active ? sendWaiting() : undefined));
    return sending;
  };

  const add = (record: ConsentRecord, at: number, more: object = {}) => {
    // A clock may have gone back.
    const seq = Math.max(at, queue.last().seq + 1);
    const event = makeEvent(record, seq, at, { ...(subject !== null && { subject }), ...more });
    queue.add(event, { seq, state: stateOf(record), subject: subject && shortHash(subject) });
    flush();
  };
  const note = () => {
    const record = active && consent.record();
    if (!record) return;
    const last = queue.last();
    if (last.state !== stateOf(record)) add(record, newestChoice(record));
    else if (subject && !last.subject) add(record, now());
  };

  const begin = () => {
    active = true;
    stops.push(consent.$consent.subscribe(note));
    env?.onEvent(env.win, 'online', flush);
    // What an earlier visit could not send.
    flush();
  };
  if (typeof consent?.$consent?.subscribe !== 'function')
    say('records', 'keepRecords needs what createConsent returned, or window.askfirst once it is there.');
  else if (!options.send && typeof url !== 'string')
    say('records', 'keepRecords needs url, the address of your own endpoint, or send.');
  else if (env && (env.doc as { prerendering?: boolean }).prerendering)
    // Nobody has looked at the page yet.
    env.onEvent(env.doc, 'prerenderingchange', begin);
  else if (env) begin();
  if (retention && Number.isNaN(addDuration(0, retention.plus ?? 'P0D')))
    say('records', `"${retention.plus}" is no duration for retention.plus. Write days, weeks, months or years: P30D.`);

  return {
    identify(account) {
      if (account !== null && (typeof account !== 'string' || !account))
        return say('records', 'identify takes the id of an account, or null at sign-out.');
      subject = account;
      note();
    },
    events: queue.waiting,
    flush,
    erase() {
      const at = now();
      const until = addDuration(at, retention?.plus ?? 'P0D');
      const keepUntil = new Date(until || at).toISOString();
      const record = active && consent.record();
      if (record) add(record, at, { keepUntil });
      subject = null;
      return keepUntil;
    },
    stop() {
      active = false;
      for (const stop of [...stops.splice(0), ...(env?.stops.splice(0) ?? [])]) stop();
    },
  };
}
