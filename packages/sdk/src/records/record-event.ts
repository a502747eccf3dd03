import { shortHash } from '../policy/short-hash.js';
import type { ConsentRecord } from '../policy/types.js';

/**
 * One line of the log: the whole record as it was from a time on. `recordId` and `seq` identify it, so that a server can drop
 * duplicates. It has no data about the network or the device.
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

/** When the newest choice of a record was made, in milliseconds since the epoch; `NaN` if a time is invalid. */
export const newestChoice = ({ choices }: ConsentRecord): number =>
  Math.max(...Object.values(choices).map(({ at }) => Date.parse(at)));

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

export const makeEvent = (record: ConsentRecord, seq: number, at: number, more: object): RecordEvent => ({
  ...said(record),
  recordId: record.id,
  seq,
  at: new Date(at).toISOString(),
  ...more,
});
