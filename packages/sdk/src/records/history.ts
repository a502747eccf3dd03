import { type LocalStore, localStore } from '../env/local-store.js';
import { hashOf } from './hash.js';
import { parseEvent, type RecordEvent } from './record-event.js';

/** An event of this browser's own list. */
export interface HistoryEntry {
  /** Hash of the event as it was sent. The next event of the record has it as `previous`. */
  readonly hash: string;
  /** The event without `subject`: a browser may have several users, and an account's id is not for the next one. */
  readonly event: RecordEvent;
}

const KEY = 'askfirst.history';
const WAITING = 'askfirst.log.';
/** What the list may hold of all records together. The oldest fall out; their hash stays in the event after them. */
const MAX_EVENTS = 100;
const MAX_LENGTH = 200_000;

/** The end of a key: `<recordId>.<seq>`. */
export const nameOf = ({ recordId, seq }: Pick<RecordEvent, 'recordId' | 'seq'>): string => `${recordId}.${seq}`;
const seqOf = (key: string) => Number(key.slice(key.lastIndexOf('.') + 1));

const entryFor = ({ subject, ...event }: RecordEvent): HistoryEntry => ({
  hash: hashOf(subject === undefined ? event : { ...event, subject }),
  event,
});

/** Reads an entry, or an event that waits; `null` if the text is neither. */
function read(store: LocalStore, key: string): HistoryEntry | null {
  const text = store.get(key);
  if (key.startsWith(WAITING)) {
    const event = parseEvent(text);
    return event && entryFor(event);
  }
  try {
    const { hash, event } = JSON.parse(text ?? '');
    const known = parseEvent(JSON.stringify(event));
    return known && /^[0-9a-f]{64}$/.test(hash) ? { hash, event: known } : null;
  } catch {
    return null;
  }
}

/** The list of events in this browser. Each has its own key and is never written again, so that tabs do not overwrite each other's. */
export function history(store: LocalStore) {
  /** Events that wait are part of the list. Oldest first. */
  const keys = (recordId = '') =>
    store
      .keys()
      .filter((key) => key.startsWith(`${KEY}.${recordId}`) || key.startsWith(WAITING + recordId))
      .sort((one, other) => seqOf(one) - seqOf(other));
  return {
    entries: (): HistoryEntry[] => keys().flatMap((key) => read(store, key) ?? []),
    /** The newest event of a record; `null` if there is none. */
    newest(recordId: string): HistoryEntry | null {
      for (const key of keys(`${recordId}.`).reverse()) {
        const entry = read(store, key);
        if (entry?.event.recordId === recordId) return entry;
      }
      return null;
    },
    /** Keeps an event that no longer waits. */
    keep(event: RecordEvent): void {
      store.set(`${KEY}.${nameOf(event)}`, JSON.stringify(entryFor(event)));
      const kept = keys().filter((key) => key.startsWith(`${KEY}.`));
      let length = 0;
      // From the newest on, which always stays.
      for (const [place, key] of kept.reverse().entries()) {
        length += store.get(key)?.length ?? 0;
        if (place && (place >= MAX_EVENTS || length > MAX_LENGTH)) store.set(key, null);
      }
    },
  };
}

/**
 * What this browser knows of its visitor's answers, oldest first: at most 100 events and 200,000 characters, of all sites on this
 * origin. It is the visitor's own copy and can be changed by whoever has the browser: only a server's copy can show that it was not.
 * Empty on a server.
 *
 * @example download(JSON.stringify(recordHistory(), null, 2))
 */
export const recordHistory = (): HistoryEntry[] => history(localStore()).entries();
