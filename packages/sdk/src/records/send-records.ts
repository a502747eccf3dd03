import { browserEnv, now } from '../env/browser.js';
import type { Env } from '../env/env.js';
import { localStore } from '../env/local-store.js';
import { reportProblem } from '../env/report-problem.js';
import { addDuration } from '../policy/add-duration.js';
import { shortHash } from '../policy/short-hash.js';
import type { ConsentRecord } from '../policy/types.js';
import { mistakeIn, post } from './post.js';
import { makeEvent, newestChoice, type RecordEvent, stateOf } from './record-event.js';
import { type Last, MAX_WAITING, recordQueue } from './record-queue.js';
import { sendWaiting } from './send-waiting.js';

/** What `createConsent` gives, as far as the log needs it. */
export interface RecordSource {
  readonly $consent: { subscribe(listener: () => void): () => void };
  record(): ConsentRecord | null;
}

export interface RecordsOptions {
  /**
   * Your own endpoint. It gets a POST with a JSON list of events, and answers within 10 s with any 2xx once it has kept them.
   * A redirect or a page of HTML is no such answer: nothing says that the events arrived.
   */
  url?: string;
  /** More headers for `url`. */
  headers?: Readonly<Record<string, string>>;
  /**
   * Instead of `url`: sends in your own way, and throws or rejects if the events are not kept. `signal` aborts after 10 s,
   * when they are taken as not kept.
   */
  send?: (events: readonly RecordEvent[], signal: AbortSignal) => unknown;
  /** How long you keep the records: until the account is deleted, plus an ISO 8601 duration such as `P30D`. */
  retention?: { until: 'accountDeletion'; plus?: string };
}

/** Short hash of the account that a record belongs to, as far as this browser knows. */
const ownerOf = ({ id }: ConsentRecord, { recordId = id, subject, owner = subject }: Last) =>
  recordId === id ? owner : null;

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
 * Before the first choice nothing is sent. The first change goes at once, what comes within a second after it goes together.
 * What cannot be sent waits in `localStorage`, at most 100 events, and is tried again: later and later, when the network is
 * back, at the next visit. An event may arrive twice: drop those whose `recordId` and `seq` you already have.
 *
 * @throws Nothing. What is wrong is named in one console message.
 * @example
 * const log = sendRecords(consent, { url: '/api/consent-records', retention: { until: 'accountDeletion', plus: 'P30D' } })
 * log.identify(user.id)
 */
export function sendRecords(consent: RecordSource, options: RecordsOptions): RecordLog {
  const { url, headers, retention, send = post(url as string, headers) } = options ?? {};
  const env = browserEnv();
  const queue = recordQueue(localStore());
  const stops: Array<() => void> = [];
  let subject: string | null = null;
  let active = false;

  const onFailure = (error: unknown) => {
    // Without a network there is nothing to mend; what the page's own policy forbids, the browser says.
    if (error instanceof TypeError && (send !== options?.send || !env?.win.navigator.onLine)) return;
    reportProblem(
      'records',
      `Consent records could not be sent to ${url ?? 'send'}: ${error}. They stay in this browser and are sent again.`,
    );
  };
  const sender = sendWaiting(queue, send, onFailure);

  const add = (record: ConsentRecord, at: number, more: object = {}) => {
    const last = queue.last();
    // A clock may have gone back.
    const seq = Math.max(at, last.seq + 1);
    const account = subject && shortHash(subject);
    const event = makeEvent(record, seq, at, { ...(subject !== null && { subject }), ...more });
    const mark = { seq, state: stateOf(record), recordId: record.id, subject: account };
    if (queue.add(event, { ...mark, owner: account ?? ownerOf(record, last) }))
      reportProblem(
        'records',
        `More than ${MAX_WAITING} changes wait for ${url ?? 'send'}, which has not confirmed them. Those that were in effect for the shortest time are dropped.`,
      );
    sender.wake();
  };
  const current = () => {
    const record = active ? consent.record() : null;
    return record && Object.keys(record.choices)[0] ? record : null;
  };
  const note = () => {
    const record = current();
    if (!record) return;
    const last = queue.last();
    if (last.state !== stateOf(record)) return add(record, newestChoice(record) || now());
    const owner = ownerOf(record, last);
    if (subject && !last.subject && (!owner || owner === shortHash(subject))) add(record, now());
  };

  const begin = ({ win, doc, onEvent }: Env) => {
    active = true;
    stops.push(consent.$consent.subscribe(note), sender.stop);
    onEvent(win, 'online', sender.now);
    onEvent(win, 'pagehide', sender.leave);
    // A phone may never tell a page that it is closed.
    onEvent(doc, 'visibilitychange', () => doc.visibilityState === 'hidden' && sender.leave());
    // What an earlier visit could not send.
    sender.wake();
  };
  if (typeof consent?.$consent?.subscribe !== 'function')
    reportProblem(
      'records',
      'sendRecords needs the object that createConsent returned, or window.askfirst once the script has loaded.',
    );
  else if (!options?.send && typeof url !== 'string')
    reportProblem('records', 'sendRecords needs url, the address of your own endpoint, or send.');
  else if (env) {
    const mistake = options.send ? null : mistakeIn(url as string, headers, env.doc.baseURI);
    if (mistake)
      reportProblem(
        'records',
        `sendRecords cannot send to "${url}" with these headers: ${mistake}. Fix url or headers.`,
      );
    // Nobody has looked at the page yet.
    else if ((env.doc as { prerendering?: boolean }).prerendering)
      env.onEvent(env.doc, 'prerenderingchange', () => begin(env));
    else begin(env);
  }
  if (retention && Number.isNaN(addDuration(0, retention.plus ?? 'P0D')))
    reportProblem(
      'records',
      `"${retention.plus}" is not a valid duration for retention.plus. Write days, weeks, months or years in ISO 8601, for example P30D.`,
    );

  return {
    identify(account) {
      const isAccount = typeof account === 'string' && account !== '';
      // Whoever it is, it is not who was signed in before.
      subject = isAccount ? account : null;
      if (!isAccount && account !== null)
        reportProblem('records', 'identify takes the id of an account as a string, or null at sign-out.');
      note();
    },
    events: queue.waiting,
    flush: () => (active ? sender.now() : Promise.resolve()),
    erase() {
      const at = now();
      const until = addDuration(at, retention?.plus ?? 'P0D');
      const keepUntil = new Date(until || at).toISOString();
      const record = current();
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
