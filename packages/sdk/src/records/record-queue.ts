import type { LocalStore } from '../env/local-store.js';
import { unpack } from '../policy/record.js';
import { history, nameOf } from './history.js';
import { parseEvent, type RecordEvent } from './record-event.js';

/** What the log remembers about the last event. */
export interface Last {
  readonly seq: number;
  /** Hash of the record, see `stateOf`. */
  readonly state: string;
  readonly recordId?: string;
  /** Hash of the event. Logs before format 2 have none. */
  readonly hash?: string;
  /** Short hash of the account it was linked to. */
  readonly subject: string | null;
  /** Short hash of the account the record belongs to, also after sign-out. */
  readonly owner?: string | null;
}

const KEY = 'askfirst.log';
export const MAX_WAITING = 100;
/** The latest time that a `Date` can have. */
const MAX_SEQ = 8.64e15;

const keyOf = (event: RecordEvent) => `${KEY}.${nameOf(event)}`;

/**
 * The event that matters least: the one that was in effect for the shortest time. Not the newest, which is in effect now, and not a
 * deletion.
 */
function leastOf(events: readonly RecordEvent[]): RecordEvent | undefined {
  const heldFor = (place: number) => (events[place + 1] as RecordEvent).seq - (events[place] as RecordEvent).seq;
  let least: number | undefined;
  for (let place = 0; place < events.length - 1; place += 1)
    if (!events[place]?.keepUntil && (least === undefined || heldFor(place) < heldFor(least))) least = place;
  return least === undefined ? undefined : events[least];
}

/**
 * Events that wait to be sent. Each has its own key, so that two tabs never overwrite each other's events. What no longer waits is kept
 * for the visitor.
 */
export function recordQueue(store: LocalStore) {
  /** The last event, if only this page's memory has it. It is not remembered as sent before it was. */
  let unstored: { key: string; last: Last } | undefined;
  /** Those of all sites on this origin. Oldest first. */
  const waiting = () =>
    store
      .keys()
      .filter((key) => key.startsWith(`${KEY}.`))
      // An event under another key was written by other code, and could never be removed.
      .flatMap((key) => parseEvent(store.get(key)) ?? [])
      .filter((event) => store.get(keyOf(event)) !== null)
      .sort((one, other) => one.seq - other.seq);
  /** Ids of the records of all sites on this origin. */
  const records = () =>
    store
      .keys()
      .filter((key) => /^askfirst($|\.site\.)/.test(key))
      .map((key) => unpack(store.get(key))?.id);
  const past = history(store);
  const keepLast = (last: Last) => store.set(KEY, JSON.stringify({ v: 1, ...last }));
  const remove = (events: readonly RecordEvent[]) => {
    for (const event of events) {
      // Another tab has its answer already, or the visitor has erased everything.
      if (store.get(keyOf(event)) === null) continue;
      past.keep(event);
      store.set(keyOf(event), null);
      if (unstored?.key === keyOf(event)) {
        keepLast(unstored.last);
        unstored = undefined;
      }
    }
  };
  return {
    /**
     * The events of this site that wait, oldest first. The other sites on this origin have servers of their own.
     *
     * @param own Id of its record, if it has one.
     */
    waiting(own: string | undefined): RecordEvent[] {
      const events = waiting();
      const ids = new Set(events[0] && records());
      return events.filter(({ recordId }) => recordId === own || !ids.has(recordId));
    },
    remove,
    history: past,
    /** @returns Whether an older event was dropped to make room. */
    add(event: RecordEvent, last: Last): boolean {
      const key = keyOf(event);
      if (store.set(key, JSON.stringify(event))) {
        unstored = undefined;
        keepLast(last);
      } else unstored = { key, last };
      let dropped = false;
      for (let events = waiting(); events.length > MAX_WAITING; events = waiting()) {
        const least = leastOf(events);
        if (!least) break;
        remove([least]);
        dropped = true;
      }
      return dropped;
    },
    last(): Last {
      if (unstored) return unstored.last;
      try {
        const last = JSON.parse(store.get(KEY) ?? '');
        if (last.v === 1 && Number.isSafeInteger(last.seq) && last.seq <= MAX_SEQ) return last;
      } catch {}
      return { seq: 0, state: '', subject: null };
    },
  };
}
