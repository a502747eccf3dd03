import type { Update } from './protocol.js';

interface Page {
  Sentry?: { getReplay?(): { start(): void; stop(): unknown } | undefined };
}

/**
 * Session Replay alone has a switch. Errors are reported as the site has set them up.
 * https://docs.sentry.io/platforms/javascript/session-replay/understanding-sessions
 */
export const update: Update = (env, _service, { mayRun }) => {
  const replay = (env.win as Page).Sentry?.getReplay?.();
  if (mayRun) replay?.start();
  else replay?.stop();
  return !!replay;
};
