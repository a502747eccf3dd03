import type { LocalStore } from '../env/local-store.js';
import { parseEvent, type RecordEvent } from './record-event.js';

/** What the log remembers of the last event. */
export interface Last {
  readonly seq: number;
  /** What the record said. */
  readonly state: string;
  readonly recordId?: string;
  /** Short hash of the account it was linked to. */
  readonly subject: string | null;
  /** Short hash of the account the record belongs to, also when nobody is signed in. */
  readonly owner?: string | null;
}

const KEY = 'askfirst.log';
export const MAX_WAITING = 100;
/** The last moment that a `Date` can be. */
const MAX_SEQ = 8.64e15;

const keyOf = ({ recordId, seq }: RecordEvent) => `${KEY}.${recordId}.${seq}`;

/** What can be done without best: what held for the shortest time. The newest holds still, and a deletion has its date. */
function leastOf(events: readonly RecordEvent[]): RecordEvent | undefined {
  const heldFor = (place: number) => (events[place + 1] as RecordEvent).seq - (events[place] as RecordEvent).seq;
  let least: number | undefined;
  for (let place = 0; place < events.length - 1; place += 1)
    if (!events[place]?.keepUntil && (least === undefined || heldFor(place) < heldFor(least))) least = place;
  return least === undefined ? undefined : events[least];
}

/** What waits to be sent. Each event has a key of its own, so that two tabs never write over each other's. */
export function recordQueue(store: LocalStore) {
  /** Of an event that lies in this page's memory alone: the next visit must not believe that it was sent. */
  let unstored: { key: string; last: Last } | undefined;
  /** Oldest first. */
  const waiting = () =>
    store
      .keys()
      .filter((key) => key.startsWith(`${KEY}.`))
      // One under another key than its own is none of ours, and could never be removed.
      .flatMap((key) => parseEvent(store.get(key)) ?? [])
      .filter((event) => store.get(keyOf(event)) !== null)
      .sort((one, other) => one.seq - other.seq);
  const keepLast = (last: Last) => store.set(KEY, JSON.stringify({ v: 1, ...last }));
  const remove = (events: readonly RecordEvent[]) => {
    for (const event of events) {
      store.set(keyOf(event), null);
      if (unstored?.key === keyOf(event)) {
        keepLast(unstored.last);
        unstored = undefined;
      }
    }
  };
  return {
    waiting,
    remove,
    /** Says whether there was no room, so that another event had to go. */
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
