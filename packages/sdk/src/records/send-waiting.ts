import type { RecordEvent } from './record-event.js';
import type { recordQueue } from './record-queue.js';

/** UTF-8 bytes in one request: browsers let 64 KiB in all go on while a page is left, and two requests may be on their way. */
const MAX_BYTES = 30_000;
/** Until one request counts as lost. */
const LIMIT_MS = 10_000;
/** What changes within this time after a request goes with the next one. */
const PAUSE_MS = 1000;
const MAX_PAUSE_MS = 300_000;

/** Resolves once the events are kept, and rejects otherwise. */
export type Send = (events: readonly RecordEvent[], signal: AbortSignal) => unknown;

const nameOf = ({ recordId, seq }: RecordEvent) => `${recordId} ${seq}`;

/** The oldest that fit into one request, at least one. */
function part(events: readonly RecordEvent[]): readonly RecordEvent[] {
  const bytes = new TextEncoder();
  let length = 0;
  const end = events.findIndex((event) => (length += bytes.encode(JSON.stringify(event)).length + 1) > MAX_BYTES);
  return end < 0 ? events : events.slice(0, end || 1);
}

/** Runs a task, and waits for it no longer than it may take. */
const inTime = (task: (signal: AbortSignal) => Promise<void>) =>
  new Promise<void>((resolve, reject) => {
    const limit = new AbortController();
    const timer = setTimeout(() => {
      reject(new Error(`no answer within ${LIMIT_MS / 1000} seconds`));
      limit.abort();
    }, LIMIT_MS);
    task(limit.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });

/**
 * Decides when what waits is sent: at once, then together what comes within a second, and after a failure later and later.
 * Timers only: the visitor's clock may jump.
 */
export function sendWaiting(queue: ReturnType<typeof recordQueue>, send: Send, onFailure: (error: unknown) => void) {
  const onTheWay = new Set<string>();
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const waiting = () => queue.waiting().filter((event) => !onTheWay.has(nameOf(event)));
  const deliver = async (events: readonly RecordEvent[]) => {
    for (const event of events) onTheWay.add(nameOf(event));
    try {
      await inTime(async (signal) => {
        await send(events, signal);
        // Also of one that took too long.
        queue.remove(events);
      });
      failures = 0;
    } catch (error) {
      failures += 1;
      onFailure(error);
    }
    for (const event of events) onTheWay.delete(nameOf(event));
  };
  const run = async () => {
    clearTimeout(pause);
    pause = undefined;
    let events = waiting();
    if (!events[0]) return;
    // What is added meanwhile waits for the next one: else a quick server would get a request for each change.
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
    /** Something was added. */
    wake: () => {
      if (!pause) wake();
    },
    /** Tries now. Resolves after the try. */
    now(): Promise<void> {
      if (stopped) return Promise.resolve();
      if (!running) return start();
      next ??= running.then(() => {
        next = undefined;
        return start();
      });
      return next;
    },
    /** The visitor may be leaving: what waits for its turn does not wait any longer. A server that is down is spared. */
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
