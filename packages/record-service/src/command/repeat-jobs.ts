import type { Service } from '../service.js';

const HOUR = 3_600_000;

/**
 * Runs the service's jobs now, and every hour.
 *
 * @returns Stops it, after what runs.
 */
export function repeatJobs(service: Service, complain: (line: string) => void): () => Promise<void> {
  const run = () =>
    service.runJobs().catch((error: Error) => {
      // The next hour may be better: a database that is away, a full disk.
      complain(JSON.stringify({ error: 'job', message: error.message }));
    });
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR);
  return () => {
    clearInterval(timer);
    return running;
  };
}
