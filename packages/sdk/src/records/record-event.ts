import { shortHash } from '../policy/short-hash.js';
import type { Choice, ConsentRecord } from '../policy/types.js';

/**
 * What happened. The first of these that applies, in this order:
 *
 * - `erased`: the account was deleted, see `RecordLog.erase`.
 * - `linked`: the record was linked to an account as it is, or has taken over the answers of the account.
 * - `restored`: answers that were noted before count again, or those of an account no longer do: after a sign-out.
 * - `imported`: the answer was given in another consent tool, and taken over.
 * - `withdrawn`: a yes that was in effect has become a no, for a category or a service.
 * - `given`: something has a yes that had none in effect.
 * - `refused`: something has a no that had none in effect.
 * - `reaffirmed`: the same answer again, about the same services, while it was in effect.
 * - `expired`: the time of a yes is over. Noticed at the next visit.
 * - `gpc-applied`: the browser now sends Global Privacy Control, which keeps off what has a yes.
 * - `gpc-ended`: the browser no longer sends it, so that the yes counts again.
 */
export type EventKind =
  | 'given'
  | 'refused'
  | 'withdrawn'
  | 'reaffirmed'
  | 'imported'
  | 'expired'
  | 'gpc-applied'
  | 'gpc-ended'
  | 'linked'
  | 'restored'
  | 'erased';

/**
 * What the visitor used: one of the three buttons, a switch in the flow of a page, a frame that waited; `api`: the site's own code;
 * `import`: another consent tool.
 */
export type Control = 'accept' | 'reject' | 'save' | 'switch' | 'frame' | 'api' | 'import';

/**
 * One line of the log: the whole record as it was from a time on. `recordId` and `seq` identify it, so that a server can drop
 * duplicates. It has no data about the network or the device. What was not seen is `null`, never guessed. Events that 0.1.0 has left
 * in a browser have no `format`, and none of the fields below it.
 *
 * docs/records.md describes each field, record-event.schema.json is its JSON schema.
 */
export interface RecordEvent
  extends Pick<ConsentRecord, 'v' | 'choices' | 'policy' | 'regime' | 'locale' | 'method' | 'gpc'> {
  /** Id of the consent record. */
  readonly recordId: string;
  /** Grows with each event of a record, not always by one. */
  readonly seq: number;
  /** ISO 8601, UTC, by the clock of the visitor. */
  readonly at: string;
  /** The account it belongs to, once that is known. */
  readonly subject?: string;
  /** ISO 8601, UTC: until when the records of a deleted account are kept. Only in the last event. */
  readonly keepUntil?: string;

  readonly format?: 2;
  readonly kind?: EventKind;
  /** Keys of the categories that the event is about: those whose choice is new, has expired, or is kept off by the browser's signal. */
  readonly about?: readonly string[];
  /** What the site asks for, by category, answered or not: ids of services, and `@` with the revision. `null` if that is not known. */
  readonly asked?: Readonly<Record<string, readonly string[] | null>>;
  /** What was in effect from then on, by category, and by single service where the visitor may answer about one. */
  readonly granted?: Readonly<Record<string, boolean>>;
  readonly control?: Control | null;
  /** Layout of the first layer that the visitor had before them. */
  readonly layout?: 'bar' | 'card' | 'modal' | null;
  /** Hash of the texts of the layer in which the visitor answered, as they were shown: see `shownTexts`. */
  readonly texts?: string | null;
  /** Names the build of Askfirst: build.json beside the files of the script tag has it. */
  readonly build?: string | null;
  /** Hash of the site's options without `region`, which belongs to the visitor. */
  readonly options?: string | null;
  /** The day on which the facts about the law were last compared with their source. ISO date. */
  readonly regimeReviewedOn?: string | null;
  /** Hash of the event before this one of the same record, as it was sent: see `hashOf`. */
  readonly previous?: string | null;
}

const isText = (value: unknown) => typeof value === 'string';

/** Reads an event that waits to be sent; `null` if the text is none. */
export function parseEvent(text: string | null): RecordEvent | null {
  try {
    const event: RecordEvent = JSON.parse(text ?? '');
    const { v, recordId, seq, at, choices } = event;
    if (v === 1 && isText(recordId) && Number.isSafeInteger(seq) && isText(at) && Object.keys(choices)[0]) return event;
  } catch {}
  return null;
}

const said = ({ v, policy, regime, locale, method, gpc, choices }: ConsentRecord) => ({
  v,
  choices,
  policy,
  regime,
  locale,
  method,
  gpc,
});

/** A hash that changes when the record does. */
export const stateOf = (record: ConsentRecord): string => shortHash(JSON.stringify([record.id, said(record)]));

/** The documented fields of a choice: a record may have more, of a later version or of other code. */
function plainChoice({ granted, at, until, asked, order, services }: Choice): Choice {
  return {
    granted,
    at,
    until,
    asked,
    ...(Number.isSafeInteger(order) && { order: order as number }),
    ...(services && Object.keys(services)[0] && { services: plainChoices(services) }),
  };
}
/** What is said about a category, which may be called like a method of every object. */
export const ownOf = <T>(byCategory: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  byCategory && Object.hasOwn(byCategory, key) ? byCategory[key] : undefined;

export const plainChoices = (choices: ConsentRecord['choices']): Record<string, Choice> =>
  Object.fromEntries(Object.entries(choices).map(([key, choice]) => [key, plainChoice(choice)]));

/** @param more The fields of the event that the record does not say. */
export const makeEvent = (record: ConsentRecord, seq: number, at: number, more: Partial<RecordEvent>): RecordEvent => ({
  ...said(record),
  choices: plainChoices(record.choices),
  recordId: record.id,
  seq,
  at: new Date(at).toISOString(),
  format: 2,
  ...more,
});
