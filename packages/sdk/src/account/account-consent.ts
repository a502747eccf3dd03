import { browserEnv, now } from '../env/browser.js';
import { localStore } from '../env/local-store.js';
import { reportProblem } from '../env/report-problem.js';
import { byClock, type Choices, isSame, joinAccount } from '../policy/join-account.js';
import { own } from '../policy/own.js';
import { shortHash } from '../policy/short-hash.js';
import { siteOf } from '../policy/site.js';
import type { Choice, ConsentRecord, Options } from '../policy/types.js';
import {
  agreed,
  isOther,
  knownTo,
  offered,
  ownAnswer,
  readAccount,
  refusals,
  refusedHere,
  saysOther,
} from './account-record.js';
import { browserRecord } from './browser-record.js';
import { type Kept, keptIn } from './kept.js';
import { lawKnown } from './law-known.js';
import { newRecord } from './new-record.js';
import { NOTICE } from './notice-name.js';
import type { AccountConsent, AccountOptions, AccountSource } from './types.js';
import { wordsFor } from './words.js';

/** How often a record is joined again that another device replaces meanwhile. */
const MOST_TRIES = 3;

/**
 * Lets the choice follow the account: consent and refusal hold on every device on which it is signed in. For each category and service
 * the newer answer counts; a refusal never loses to an older yes, and if it is not certain which is newer, the refusal counts. Say so in
 * the first layer, with `accountTexts`. A notice tells when an account's choice was applied.
 *
 * @param consent The site's consent, from `createConsent` or `window.askfirst`.
 * @param options The same as for `createConsent`.
 * @throws Nothing. One console message names each mistake.
 * @see https://www.cnil.fr/fr/cookies-et-autres-traceurs-recommandations-finales-sur-le-consentement-multi-terminaux
 * @example
 * const account = accountConsent(consent, options, accountEndpoint('/api/consent'))
 * await account.signIn(user.id)
 */
export function accountConsent(consent: AccountSource, options: Options, account: AccountOptions): AccountConsent {
  const store = localStore();
  const right = own(options);
  const browser = browserRecord(store, right);
  const kept = keptIn(store, siteOf(right));
  let subject: string | null = null;
  let following: (() => void) | undefined;
  let running: Promise<boolean> | undefined;
  /** The answers here that this page has joined. */
  let settled: Choices = {};

  // Another tab may have stored an answer of which this page has not heard yet.
  const record = () => browser.read() ?? consent.record();
  /** What is kept for the account that is signed in here. `null` once it was signed out, in this tab or in another. */
  const here = () => {
    const found = kept.read();
    return subject && found?.subject === shortHash(subject) ? found : null;
  };
  const removeNotice = () => browserEnv()?.doc.querySelector(NOTICE)?.remove();
  const giveBack = (left: Kept) => {
    const mine = record();
    removeNotice();
    // What was refused last may not have been joined yet.
    const choices = ownAnswer({ ...left, refused: refusedHere(mine?.choices ?? {}, left) });
    // First, so that no tab takes what comes back for an answer of the account.
    kept.write(null);
    browser.write(Object.keys(choices)[0] ? { ...((left.own ?? mine) as ConsentRecord), choices } : null);
  };
  const onClose = (isChange: boolean) => {
    const state = here();
    if (state) kept.write({ ...state, untold: undefined });
    if (isChange) consent.open();
  };
  /** @param isNew Whether it is something else than what a notice says that still stands. */
  const tell = async (what: Kept['untold'], isNew: boolean) => {
    const env = browserEnv();
    if (!env || !what || (!isNew && env.doc.querySelector(NOTICE))) return;
    const { showNotice } = await import('./account-notice.js');
    // Signed out meanwhile: what it says does not hold any more.
    if (here()) showNotice(env, wordsFor(right, account.words), what, right.ui?.scheme, onClose);
  };
  /** @returns `undefined` if it has to be done again. */
  const joinOnce = async (): Promise<boolean | undefined> => {
    const who = subject;
    const theirs = readAccount(await account.load());
    await lawKnown(consent);
    const state = here();
    if (!state || subject !== who) return false;
    const at = now();
    const mine = record();
    const clock = account.now?.() ?? at;
    const before = offered(mine?.choices ?? {}, theirs?.choices ?? {}, consent.$consent.get(), at);
    const joined = joinAccount({
      own: byClock(before, at, clock),
      account: theirs?.choices ?? {},
      known: right.cookieDomain ? knownTo(before, state.known) : state.known,
      now: clock,
    });
    const all = { ...mine?.choices, ...joined };
    if (!Object.keys(joined)[0]) {
      settled = all;
      return true;
    }
    const next = newRecord(mine, theirs, all);
    const isApplied = saysOther(mine?.choices, joined);
    const noted = {
      ...state,
      refused: refusedHere(mine?.choices ?? {}, state),
      untold: isApplied ? 'applied' : state.untold,
    } as const;
    // First, so that no tab takes what the account brings for an answer that was given here.
    const isKept = kept.write({ ...noted, known: { ...state.known, ...agreed(joined, theirs?.choices ?? {}) } });
    // What the account brings has to end at the sign-out.
    const isStored = isKept && (!isOther(mine?.choices, joined) || browser.write(next));
    // A page that has not started takes it over when it does.
    const isTaken = !consent.$consent.get().regime || !saysOther(consent.record()?.choices, joined);
    if (isStored && !isTaken)
      reportProblem(
        'account',
        'The choice of the account was not taken over: the options of accountConsent are of another site than those of the page. Give it the same as createConsent, or what the script tag says.',
      );
    // Storage is full or forbidden, or another site's: what was refused is refused on this page.
    if ((!isStored || !isTaken) && saysOther(consent.record()?.choices, joined)) consent.decide(refusals(joined));
    const saved = { ...next, checked: null, choices: joined };
    if (isOther(theirs?.choices, joined) && (await account.save(saved)) === false) return undefined;
    const after = here();
    if (!after || subject !== who || !isStored || !isTaken) return false;
    const isCarried = !Object.keys(state.known)[0] && !!theirs && saysOther(theirs.choices, joined);
    const untold = after.untold ?? (isCarried ? 'carried' : undefined);
    kept.write({ ...after, known: joined, untold });
    settled = all;
    await tell(untold, isApplied);
    return true;
  };
  const join = async () => {
    try {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const isDone = await joinOnce();
        if (isDone !== undefined) return isDone;
      }
      reportProblem(
        'account',
        `The choice of the account was not saved: ${MOST_TRIES} times another device was first, or save said so. It has to resolve to false (an endpoint: to answer 412) only if the stored record is another than the one that was loaded last.`,
      );
    } catch (error) {
      // Without a network there is nothing to fix.
      if (browserEnv()?.win.navigator.onLine !== false)
        reportProblem(
          'account',
          `The choice of the account could not be read or saved: ${error}. Until load and save work, it stays as it is in this browser.`,
        );
    }
    return false;
  };
  /** One after the other. */
  const sync = (): Promise<boolean> => {
    const next = (running ?? Promise.resolve(true)).then(join);
    running = next;
    next.then((isDone) => {
      if (running !== next) return;
      running = undefined;
      // The visitor may have answered meanwhile.
      if (isDone) onChange();
    });
    return next;
  };
  function onChange(): void {
    const state = here();
    const choices = record()?.choices ?? {};
    if (!state) removeNotice();
    const isNew = ([key, choice]: [string, Choice]) =>
      !isSame(choice, state?.known[key]) && !isSame(choice, settled[key]);
    if (state && !running && Object.entries(choices).some(isNew)) sync();
  }

  return {
    async signIn(id) {
      if (typeof id !== 'string' || !id) {
        reportProblem('account', `"${id}" is not the id of an account. Pass it as a string: String(user.id).`);
        return false;
      }
      const env = browserEnv();
      if (!env) return false;
      subject = id;
      // The visitor has not seen a prerendered page: https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering
      if ((env.doc as { prerendering?: boolean }).prerendering)
        await new Promise((done) => env.doc.addEventListener('prerenderingchange', done, { once: true }));
      if (subject !== id) return false;
      const left = kept.read();
      if (left && !here()) giveBack(left);
      if (!here()) kept.write({ subject: shortHash(id), own: record(), refused: {}, known: {} });
      const done = sync();
      if (!following) {
        const unsubscribe = consent.$consent.subscribe(onChange);
        env.onEvent(env.win, 'online', () => here() && sync());
        following = () => {
          unsubscribe();
          for (const stop of env.stops.splice(0)) stop();
        };
      }
      return done;
    },
    signOut() {
      const left = kept.read();
      subject = null;
      if (left) giveBack(left);
      removeNotice();
    },
    stop() {
      following?.();
      following = undefined;
    },
  };
}
