import { browserEnv, now } from '../env/browser.js';
import type { Env } from '../env/env.js';
import { localStore } from '../env/local-store.js';
import { reportProblem } from '../env/report-problem.js';
import { addDuration } from '../policy/add-duration.js';
import { shortHash } from '../policy/short-hash.js';
import type { ConsentRecord } from '../policy/types.js';
import { hashOf } from './hash.js';
import { type News, recordNews } from './news.js';
import { mistakeIn, post } from './post.js';
import { makeEvent, stateOf } from './record-event.js';
import type { RecordLog, RecordSource, RecordsOptions } from './record-log.js';
import { type Last, MAX_WAITING, recordQueue } from './record-queue.js';
import { sendWaiting } from './send-waiting.js';

/** Until another tab's event about its answer has reached this one. */
const OTHER_TAB_MS = 1000;

/** Short hash of the account that a record belongs to, as far as this browser knows. */
const ownerOf = ({ id }: ConsentRecord, { recordId = id, subject, owner = subject }: Last) =>
  recordId === id ? owner : null;

/**
 * Sends each change of the consent record to your own endpoint, for the records by which a controller has to show consent (GDPR
 * Art. 7(1), https://gdpr-info.eu/art-7-gdpr/). Before the first choice nothing is sent. The first change is sent at once, further changes within
 * a second together. Events that cannot be sent wait in `localStorage`, at most 100, and are sent again after growing pauses, when the
 * network is back, and at the next visit. An event may arrive twice: drop those whose `recordId` and `seq` you already have.
 *
 * @throws Nothing. One console message names each mistake.
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
  let news: ReturnType<typeof recordNews>;

  const onFailure = (error: unknown) => {
    // Without a network there is nothing to fix. The browser reports what the page's Content Security Policy forbids.
    if (error instanceof TypeError && (send !== options?.send || !env?.win.navigator.onLine)) return;
    reportProblem(
      'records',
      `Consent records could not be sent to ${url ?? 'send'}: ${error}. They stay in this browser and are sent again.`,
    );
  };
  const waiting = () => queue.waiting(consent?.record?.()?.id);
  const sender = sendWaiting({ waiting, remove: queue.remove }, send, onFailure);

  const add = (record: ConsentRecord, { at, fields }: News, more: { keepUntil?: string } = {}) => {
    const last = queue.last();
    const newest = queue.history.newest(record.id);
    // The visitor's clock may have gone back.
    const seq = Math.max(at, last.seq + 1, (newest?.event.seq ?? 0) + 1);
    const account = subject && shortHash(subject);
    const previous = (last.recordId === record.id && last.hash) || (newest?.hash ?? null);
    const event = makeEvent(record, seq, at, { ...fields, previous, ...(subject !== null && { subject }), ...more });
    const mark = { seq, state: stateOf(record), recordId: record.id, hash: hashOf(event), subject: account };
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
  const note = (isHere = false) => {
    const record = current();
    if (!record) return;
    const last = queue.last();
    const found = news.since(record, last, queue.history.newest(record.id), isHere);
    if (found) return add(record, found);
    const owner = ownerOf(record, last);
    if (subject && !last.subject && (!owner || owner === shortHash(subject))) add(record, news.about(record, 'linked'));
  };
  /** Notes what another tab has not: that one knows more, and its own event may reach this tab later than the answer. */
  let noteLater: ReturnType<typeof setTimeout> | undefined;

  const begin = (page: Env) => {
    const { win, doc, onEvent } = page;
    active = true;
    news = recordNews(page, () => consent.$consent.get?.(), options.options, queue.history.entries);
    let hasBegun = false;
    const follow = () => {
      clearTimeout(noteLater);
      // https://dom.spec.whatwg.org/#dom-window-event
      if (win.event?.type === 'storage') noteLater = setTimeout(note, OTHER_TAB_MS);
      else note(hasBegun);
      news.look();
      // Events of an earlier visit may wait, whose record is known by now.
      sender.wake();
    };
    stops.push(consent.$consent.subscribe(follow), sender.stop, () => clearTimeout(noteLater));
    hasBegun = true;
    onEvent(win, 'online', sender.now);
    onEvent(win, 'pagehide', sender.leave);
    // Phones may close a page without `pagehide`: https://developer.chrome.com/docs/web-platform/page-lifecycle-api
    onEvent(doc, 'visibilitychange', () => doc.visibilityState === 'hidden' && sender.leave());
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
    // The visitor has not seen a prerendered page: https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering
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
      // An invalid id still means that the earlier account is signed out.
      subject = isAccount ? account : null;
      if (!isAccount && account !== null)
        reportProblem('records', 'identify takes the id of an account as a string, or null at sign-out.');
      note();
    },
    events: waiting,
    history: queue.history.entries,
    flush: () => (active ? sender.now() : Promise.resolve()),
    erase() {
      const at = now();
      const until = addDuration(at, retention?.plus ?? 'P0D');
      const keepUntil = new Date(until || at).toISOString();
      const record = current();
      if (record) add(record, news.about(record, 'erased'), { keepUntil });
      subject = null;
      return keepUntil;
    },
    stop() {
      active = false;
      for (const stop of [...stops.splice(0), ...(env?.stops.splice(0) ?? [])]) stop();
    },
  };
}
