import type { Env } from '../env/env.js';
import type { Update } from './protocol.js';

interface Page {
  Sentry?: {
    getClient?(): { getOptions(): { enabled?: boolean } } | undefined;
    getReplay?(): { start(): void; stop(): unknown } | undefined;
  };
}

/** Pages in which Session Replay was stopped: where it never was, the site's own sample rates go on. */
const stopped = new WeakSet<Env>();

/**
 * Sentry keeps the browser's own `fetch`, so that refused requests do not stop it: its client has to. Off first, because Session Replay
 * sends what it has once it stops. https://docs.sentry.io/platforms/javascript/session-replay/understanding-sessions
 */
export const update: Update = (env, _service, { mayRun }) => {
  const { Sentry } = env.win as Page;
  const client = Sentry?.getClient?.();
  if (!client) return false;
  client.getOptions().enabled = mayRun;
  if (mayRun) {
    if (stopped.delete(env)) Sentry?.getReplay?.()?.start();
  } else {
    stopped.add(env);
    Sentry?.getReplay?.()?.stop();
  }
  return true;
};
