import { inTime } from '../env/in-time.js';
import { nameOf } from './history.js';
import type { RecordEvent } from './record-event.js';

/** UTF-8 bytes in one request. Browsers allow 64 KiB for all `keepalive` requests of a page, of which there may be two. */
const MAX_BYTES = 30_000;
/** Changes within this time after a request are sent together in the next one. */
const PAUSE_MS = 1000;
const MAX_PAUSE_MS = 300_000;

/** The server says that it will not take what it got, and not that it cannot. */
export class Refusal extends Error {
  constructor(readonly status: number) {
    super(`it answered ${status}`);
  }
}

/** It has another event of this name, which another tab has sent. */
const CONFLICT = 409;

/** Resolves once the events are stored, and rejects otherwise. */
export type Send = (events: readonly RecordEvent[], signal: AbortSignal) => unknown;

/** The oldest events that fit into one request, at least one. */
function part(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const bytes = new TextEncoder();
  let length = 0;
  const end = events.findIndex((event) => (length += bytes.encode(JSON.stringify(event)).length + 1) > MAX_BYTES);
  return end < 0 ? events : events.slice(0, end || 1);
}

/**
 * Decides when events are sent: the first at once, further ones within a second together, and after a failure with growing pauses.
 * It uses timers only, because the visitor's clock may jump.
 */
export function sendWaiting(
  queue: { waiting(): RecordEvent[]; remove(events: readonly RecordEvent[]): void },
  send: Send,
  onFailure: (error: unknown) => void,
) {
  const onTheWay = new Set<string>();
  /** Events that the server does not take. They wait for the next visit, and hold up no other. */
  const refused = new Set<string>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const waiting = () => queue.waiting().filter((event) => !onTheWay.has(nameOf(event)) && !refused.has(nameOf(event)));
  const onError = async (error: unknown, events: readonly RecordEvent[]) => {
    if (error instanceof Refusal && events[1]) {
      // The server objects to one of them: the others need not wait for it.
      for (const event of events) await deliver([event]);
    } else if (error instanceof Refusal && error.status === CONFLICT) queue.remove(events);
    else {
      onFailure(error);
      if (error instanceof Refusal) for (const event of events) refused.add(nameOf(event));
      else failures += 1;
    }
  };
  const deliver = async (events: readonly RecordEvent[]): Promise<void> => {
    for (const event of events) onTheWay.add(nameOf(event));
    try {
      await inTime(async (signal) => {
        await send(events, signal);
        // Also if the response came after the limit.
        queue.remove(events);
      });
      failures = 0;
    } catch (error) {
      await onError(error, events);
    }
    for (const event of events) onTheWay.delete(nameOf(event));
  };
  const run = async () => {
    clearTimeout(pause);
    pause = undefined;
    let events = waiting();
    if (!events[0]) return;
    // Events that are added now wait for the next run: else a fast server would get a request for each change.
    while (events[0] && !stopped) {
      const sent = part(events);
      await deliver(sent);
      if (failures) break;
      events = events.slice(sent.length);
    }
    if (!stopped) pause = setTimeout(wake, Math.min(PAUSE_MS * 2 ** failures, MAX_PAUSE_MS));
  };
  const start = () => {
    running = Promise.resolve()
      .then(run)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  function wake() {
    pause = undefined;
    if (!running && waiting()[0]) start();
  }

  return {
    /** To be called when an event was added. */
    wake: () => {
      if (!pause) wake();
    },
    /** Sends now. Resolves after the attempt. */
    now(): Promise<void> {
      if (stopped) return Promise.resolve();
      if (!running) return start();
      next ??= running.then(() => {
        next = undefined;
        return start();
      });
      return next;
    },
    /** Sends at once, because the visitor may leave the page. Not after a failure: the server may be down. */
    leave() {
      const events = waiting();
      if (events[0] && !failures && !stopped) deliver(part(events));
    },
    stop() {
      stopped = true;
      clearTimeout(pause);
    },
  };
}
