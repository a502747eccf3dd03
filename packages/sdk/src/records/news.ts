import { now } from '../env/browser.js';
import type { Env } from '../env/env.js';
import { isChoice } from '../policy/record.js';
import type { Choice, Consent, ConsentRecord, Options } from '../policy/types.js';
import { buildHash } from './build-hash.js';
import { canonicalJson } from './canonical-json.js';
import type { HistoryEntry } from './history.js';
import { answeredIn, changeOf, grantedBy, type Happened, kindOfAnswer } from './kind-of.js';
import { ownOf, plainChoices, type RecordEvent, stateOf } from './record-event.js';
import type { Last } from './record-queue.js';
import { reviewedOn } from './reviewed-on.js';
import { controlOf, observer, type Shown } from './shown.js';
import { siteFacts } from './site-facts.js';

/** Something to note: when it happened, in milliseconds since the epoch, and the fields that the record itself does not have. */
export interface News {
  readonly at: number;
  readonly fields: Partial<RecordEvent>;
}

/** An answer that is older was not given in the turn in which it is noted. Milliseconds. */
const SAME_TURN_MS = 1000;

const NOTHING: Shown = { control: null, layout: null, texts: null };

/** The choices before the last answer, as far as the record itself knows them. */
const earlierOf = ({ earlier = {} }: ConsentRecord): ConsentRecord['choices'] => {
  const isSound = (entry: [string, Choice]) => {
    try {
      return isChoice(entry);
    } catch {
      return false;
    }
  };
  return plainChoices(Object.fromEntries(Object.entries(earlier).filter(isSound)));
};

/**
 * When the newest of some choices was made, in milliseconds since the epoch; `NaN` if a time is invalid. The others may have been made
 * by a clock that was fast.
 */
const newestChoice = ({ choices }: ConsentRecord, about: readonly string[]): number =>
  Math.max(...(about[0] ? about : Object.keys(choices)).map((key) => Date.parse(choices[key]?.at as string)));

/** When the last yes of some categories ended, the same in every tab that notices. */
function endOf({ choices }: ConsentRecord, about: readonly string[], time: number): number {
  const ends = about.flatMap((key) =>
    [choices[key], ...Object.values(choices[key]?.services ?? {})]
      .filter((choice): choice is Choice => choice?.granted === true)
      .map(({ until }) => Date.parse(until))
      .filter((end) => end <= time),
  );
  return ends[0] === undefined ? time : Math.max(...ends);
}

/**
 * Finds out what has happened since the last event.
 *
 * @param entries This browser's list.
 */
export function recordNews(
  env: Env,
  consentNow: () => Consent | undefined,
  options: Options | undefined,
  entries: () => readonly HistoryEntry[],
) {
  const began = now();
  const site = siteFacts(options);
  const seen = observer(env);

  const asked = ({ choices }: ConsentRecord, reasons: Consent['reasons'] = {} as never) => {
    const keys = Object.keys(reasons).filter((key) => !/__/.test(key) && !/^(nec|inv)/.test(reasons[key] as string));
    return Object.fromEntries(
      [...new Set([...keys, ...Object.keys(choices)])].map((key) => [
        key,
        ownOf(site.covers, key) ?? ownOf(choices, key)?.asked ?? null,
      ]),
    );
  };
  const fields = (record: ConsentRecord, happened: Happened, gpc: boolean | undefined, shown: Shown) => {
    const consent = consentNow();
    const { necessary: _, ...granted } = consent?.regime ? consent.granted : grantedBy(record.choices);
    return {
      ...happened,
      asked: asked(record, consent?.reasons),
      granted,
      ...shown,
      build: buildHash,
      options: site.options,
      regimeReviewedOn: reviewedOn[record.regime] ?? null,
      ...(gpc !== undefined && { gpc }),
    };
  };

  /** Whether these very answers, with their times, have been noted before. */
  const areRestored = (id: string, choices: ConsentRecord['choices'], keys: readonly string[]) => {
    const known = entries().filter(({ event }) => event.recordId === id);
    return keys.every((key) => {
      const text = canonicalJson(choices[key]);
      return known.some(({ event }) => canonicalJson(ownOf(event.choices, key)) === text);
    });
  };
  const newAnswer = (record: ConsentRecord, last: Last, newest: HistoryEntry | null, isHere: boolean): News | null => {
    const choices = plainChoices(record.choices);
    const isNoted =
      last.state === stateOf(record) || (newest && canonicalJson(newest.event.choices) === canonicalJson(choices));
    if (isNoted) return null;
    const before = newest?.event.choices ?? earlierOf(record);
    const answered = answeredIn(choices, before);
    // Of a category that only the account has answered nothing is left at the sign-out.
    const gone = Object.keys(before).filter((key) => !ownOf(choices, key));
    const restored = areRestored(record.id, choices, answered) ? 'restored' : undefined;
    const given = record.method === 'account' ? 'linked' : restored;
    // No answer of the visitor to this browser.
    if (given)
      return {
        at: now(),
        fields: fields(record, { kind: given, about: [...answered, ...gone] }, consentNow()?.gpc, NOTHING),
      };
    const happened = kindOfAnswer({ ...record, choices }, before);
    const time = newestChoice(record, happened.about);
    const isAllGranted = happened.about.every((key) => choices[key]?.granted);
    const isInTurn = isHere && Math.abs(now() - time) < SAME_TURN_MS;
    const { method } = record;
    const shown = isInTurn
      ? seen.shown(method, isAllGranted)
      : { ...NOTHING, control: controlOf(method, isAllGranted) };
    // Of an answer from before this page nobody knows more than the record says.
    const gpc = time < began ? record.gpc : consentNow()?.gpc;
    return { at: time || now(), fields: fields(record, happened, gpc, shown) };
  };
  const change = (record: ConsentRecord, newest: HistoryEntry | null, consent: Consent | undefined): News | null => {
    // Before the place is known everything is denied.
    if (!consent?.regime) return null;
    const happened = changeOf(newest?.event ?? record, consent);
    if (!happened) return null;
    const at = happened.kind === 'expired' ? endOf(record, happened.about, now()) : now();
    return { at, fields: fields(record, happened, consent.gpc, NOTHING) };
  };

  return {
    /** To be called at each change of consent, once it is noted. */
    look: () => seen.look(consentNow()?.ask === true),
    /** What was done to the record as a whole. */
    about: (record: ConsentRecord, kind: 'linked' | 'erased'): News => ({
      at: now(),
      fields: fields(record, { kind, about: [] }, consentNow()?.gpc, NOTHING),
    }),
    /**
     * What has happened to a record since an event; `null` if nothing has.
     *
     * @param isHere Whether an answer that is new was given in this tab, in this turn.
     */
    since(record: ConsentRecord, last: Last, newest: HistoryEntry | null, isHere: boolean): News | null {
      return newAnswer(record, last, newest, isHere) ?? change(record, newest, consentNow());
    },
  };
}
