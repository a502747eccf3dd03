import { browserEnv, now } from '../env/browser.js';
import { localStore } from '../env/local-store.js';
import { reportProblem } from '../env/report-problem.js';
import { checkVersions, type PolicyVersion, upcomingVersion, versionInForce } from '../policy/policy-versions.js';
import { shortHash } from '../policy/short-hash.js';
import {
  type AcceptanceRecord,
  parseAcceptance,
  readSubjects,
  withAcceptance,
  writeSubjects,
} from './acceptance-record.js';
import type { DialogOptions } from './dialog.js';

const KEY = 'askfirst.acceptance';

/** Where the owner keeps what was accepted, for example with the account on a server. May be asynchronous. */
export interface AcceptanceStore {
  /** What was written last for this subject, as an object or as its JSON; nothing if there is none. */
  read(subject: string): unknown;
  write(subject: string, record: AcceptanceRecord): unknown;
}

export interface PolicyAcceptanceOptions extends DialogOptions {
  /** Every version there is, in any order. */
  versions: readonly PolicyVersion[];
  /** How many days before it takes effect you promise to publish a version. One that does not is named in the console. */
  noticeDays?: number;
  /** Default: this browser's `localStorage`, key `askfirst.acceptance`, by a short hash of the subject. */
  store?: AcceptanceStore;
}

/** Who has accepted which version of the policy. `subject` is the id of an account. */
export interface PolicyAcceptance {
  /** The version that holds now, `null` before the first. */
  current(): PolicyVersion | null;
  /** The next version, once it is published and until it holds: for a notice in the gap. */
  upcoming(): PolicyVersion | null;
  /** Whether the subject has not accepted the version that holds now, nor a later one. `true` while a mistake leaves it open. */
  isDue(subject: string): Promise<boolean>;
  /** Notes that the subject accepts the version that holds now, for example at sign-up. */
  accept(subject: string): Promise<void>;
  /**
   * Asks, if it is due, in a modal dialog. `true`: accepted, now or before. `false`: not accepted, by the button or
   * by Escape, or on a server; the next sign-in asks again. Also `false`, and nobody is asked, if `subject` or a version
   * is written wrongly: nobody can say what would be accepted.
   *
   * @example if (!(await terms.prompt(user.id))) signOut()
   */
  prompt(subject: string): Promise<boolean>;
  /** What the subject has accepted and when, `null` if nothing. */
  record(subject: string): Promise<AcceptanceRecord | null>;
}

/**
 * Acceptance of the versions of a policy. It has no part in consent: it neither reads nor grants any of it.
 *
 * @throws Nothing. What is wrong is named in one console message.
 * @example
 * const terms = policyAcceptance({
 *   versions: [{ version: '2.1', publishedAt: '2026-05-01', effectiveAt: '2026-06-01', url: '/privacy' }],
 * })
 * const accepted = await terms.prompt(user.id)
 */
export function policyAcceptance(options: PolicyAcceptanceOptions): PolicyAcceptance {
  const { versions, noticeDays, store: own } = options ?? {};
  const { usable, sure, problems } = checkVersions(versions, noticeDays);
  if (problems.length) reportProblem('policy-versions', problems.join(' '));
  const local = localStore();
  const store: AcceptanceStore = own ?? {
    read: (subject) => readSubjects(local.get(KEY)).get(shortHash(subject)),
    write: (subject, record) => local.set(KEY, writeSubjects(local.get(KEY), shortHash(subject), record)),
  };
  const prompts = new Map<string, Promise<boolean>>();

  const current = () => versionInForce(usable, now());
  /** Whether anybody can accept anything: what is unsure is not accepted. */
  const isClear = (subject: string) => {
    const isAccount = typeof subject === 'string' && subject !== '';
    if (!isAccount)
      reportProblem('acceptance-subject', `"${subject}" is not an account id. Pass it as a string: String(user.id).`);
    return isAccount && sure;
  };
  const record = async (subject: string) => {
    if (typeof subject !== 'string' || !subject) return null;
    try {
      return parseAcceptance(await store.read(subject));
    } catch (error) {
      reportProblem('acceptance-store', `The store of accepted policies failed: ${error}. Fix its read() and write().`);
      return null;
    }
  };
  const lacks = async (subject: string, wanted: PolicyVersion) => {
    const accepted = (await record(subject))?.accepted.map(({ version }) => version) ?? [];
    return !usable.some(
      ({ version, effectiveAt }) =>
        accepted.includes(version) && Date.parse(effectiveAt) >= Date.parse(wanted.effectiveAt),
    );
  };
  const note = async (subject: string, version: PolicyVersion | null, locale: string | null) => {
    if (!version) return;
    const acceptance = { version: version.version, at: new Date(now()).toISOString(), locale };
    const before = await record(subject);
    try {
      await store.write(subject, withAcceptance(before, acceptance));
    } catch (error) {
      reportProblem('acceptance-store', `The store of accepted policies failed: ${error}. Fix its read() and write().`);
    }
  };
  const ask = async (subject: string) => {
    if (!isClear(subject)) return false;
    const version = current();
    if (!version || !(await lacks(subject, version))) return true;
    const env = browserEnv();
    if (!env) return false;
    const { showDialog } = await import('./dialog.js');
    // Another tab may have the answer first.
    const elsewhere = new AbortController();
    const stop = local.onChange(async () => (await lacks(subject, version)) || elsewhere.abort());
    const locale = await showDialog(env, version, options, elsewhere.signal);
    stop();
    if (locale) await note(subject, version, locale);
    return !!locale || !(await lacks(subject, version));
  };

  return {
    current,
    upcoming: () => upcomingVersion(usable, now()),
    isDue: async (subject) => {
      const version = current();
      return !isClear(subject) || (!!version && lacks(subject, version));
    },
    accept: async (subject) => {
      if (isClear(subject)) await note(subject, current(), null);
    },
    prompt(subject) {
      const open = prompts.get(subject) ?? ask(subject).finally(() => prompts.delete(subject));
      prompts.set(subject, open);
      return open;
    },
    record,
  };
}
