/** Milliseconds after which a request counts as failed. */
const LIMIT_MS = 10_000;

/**
 * Runs a task, and rejects if it takes longer than 10 seconds. `AbortSignal.timeout` is missing in Chrome before 103.
 *
 * @param task Gets a signal that aborts at that time.
 * @throws Error if there is no answer in time, and what the task throws.
 */
export const inTime = <T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const limit = new AbortController();
    const timer = setTimeout(() => {
      reject(new Error(`no answer within ${LIMIT_MS / 1000} seconds`));
      limit.abort();
    }, LIMIT_MS);
    task(limit.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
