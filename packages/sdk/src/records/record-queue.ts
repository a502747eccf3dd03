import type { LocalStore } from '../env/local-store.js';
import { parseEvent, type RecordEvent } from './record-event.js';

/** What the log remembers of the last event. */
interface Last {
  readonly seq: number;
  /** What the record said. */
  readonly state: string;
  /** Short hash of the account it was linked to. */
  readonly subject: string | null;
}

const KEY = 'askfirst.log';
const MAX_WAITING = 100;

const keyOf = ({ recordId, seq }: RecordEvent) => `${KEY}.${recordId}.${seq}`;

/** What waits to be sent. Each event has a key of its own, so that two tabs never write over each other's. */
export function recordQueue(store: LocalStore) {
  /** Oldest first. */
  const waiting = () =>
    store
      .keys()
      .filter((key) => key.startsWith(`${KEY}.`))
      // One under another key than its own is none of ours, and could never be removed.
      .flatMap((key) => parseEvent(store.get(key)) ?? [])
      .filter((event) => store.get(keyOf(event)) !== null)
      .sort((one, other) => one.seq - other.seq);
  const remove = (events: readonly RecordEvent[]) => {
    for (const event of events) store.set(keyOf(event), null);
  };
  return {
    waiting,
    remove,
    add(event: RecordEvent, last: Last) {
      store.set(keyOf(event), JSON.stringify(event));
      store.set(KEY, JSON.stringify({ v: 1, ...last }));
      remove(waiting().slice(0, -MAX_WAITING));
    },
    last(): Last {
      try {
        const last = JSON.parse(store.get(KEY) ?? '');
        if (last.v === 1 && Number.isSafeInteger(last.seq)) return last;
      } catch {}
      return { seq: 0, state: '', subject: null };
    },
  };
}
