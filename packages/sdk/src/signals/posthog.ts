import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** https://posthog.com/docs/libraries/js */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const start = { api_host: 'https://us.i.posthog.com', ...config };
  Object.assign(provide(env, 'posthog', []), { _i: [[tagId, start, 'posthog']], __SV: 1 });
};

/** Without the event by which PostHog would count the yes itself. */
export const update: Update = (env, _service, { mayRun }) =>
  mayRun ? call(env, 'posthog.opt_in_capturing', { captureEventName: false }) : call(env, 'posthog.opt_out_capturing');
