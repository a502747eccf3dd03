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
  /** Reads what was written last for this subject, as an object or as its JSON; nothing if there is none. */
  read(subject: string): unknown;
  /** Replaces the record of this subject. */
  write(subject: string, record: AcceptanceRecord): unknown;
}

/** The options of {@link policyAcceptance}. */
export interface PolicyAcceptanceOptions extends DialogOptions {
  /** All versions, in any order. */
  versions: readonly PolicyVersion[];
  /**
   * How many days before it takes effect you promise to publish a version. The console names each version that is published later.
   *
   * @default 0
   */
  noticeDays?: number;
  /**
   * Where accepted versions are kept.
   *
   * @default this browser's `localStorage`, key `askfirst.acceptance`, by a short hash of the subject
   */
  store?: AcceptanceStore;
}

/** Who has accepted which version of the policy. `subject` is the id of an account. */
export interface PolicyAcceptance {
  /** The version in force now; `null` before the first. */
  current(): PolicyVersion | null;
  /** The next version, from its publication until it takes effect, for a notice; `null` if there is none. */
  upcoming(): PolicyVersion | null;
  /** Whether the subject still has to accept the version in force, or a later one. `true` if a mistake makes that uncertain. */
  isDue(subject: string): Promise<boolean>;
  /** Records that the subject accepts the version in force, for example at sign-up. */
  accept(subject: string): Promise<void>;
  /**
   * Asks in a modal dialog if acceptance is due.
   *
   * @returns `true` if the subject has accepted, now or before. `false` if not, by the button or by Escape, or on a server; the next
   *   sign-in asks again. Also `false`, without a dialog, if `subject` or a version is invalid.
   * @example if (!(await terms.prompt(user.id))) signOut()
   */
  prompt(subject: string): Promise<boolean>;
  /** What the subject has accepted and when; `null` if nothing. */
  record(subject: string): Promise<AcceptanceRecord | null>;
}

/**
 * Acceptance of the versions of a policy. It is separate from consent: it neither reads nor grants any.
 *
 * @throws Nothing. One console message names each mistake.
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
  /** Whether it is certain who accepts which version. */
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
    // The visitor may answer in another tab first.
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
