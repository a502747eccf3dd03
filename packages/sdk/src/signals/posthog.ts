import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** Without the event by which PostHog would count the yes itself. */
const SILENTLY = { captureEventName: false };

/** Opted in by name, because PostHog remembers an opt-out of an earlier page. https://posthog.com/docs/libraries/js */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const start = { api_host: 'https://us.i.posthog.com', ...config };
  const queue = provide<unknown[]>(env, 'posthog', []);
  Object.assign(queue, { _i: [[tagId, start, 'posthog']], __SV: 1 });
  queue.push(['opt_in_capturing', SILENTLY]);
};

export const update: Update = (env, _service, { mayRun }) =>
  mayRun ? call(env, 'posthog.opt_in_capturing', SILENTLY) : call(env, 'posthog.opt_out_capturing');
