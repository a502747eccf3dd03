import { call, provide } from './page/globals.js';
import type { Prepare, ScriptOf, Update } from './protocol.js';

/** Without the event by which PostHog would count the yes itself. */
const SILENTLY = { captureEventName: false };

/**
 * As the vendor's snippet does: the script comes from where the site's data goes, so that a site in the EU asks no host in the US.
 * https://posthog.com/docs/sdks/js
 */
export const scriptOf: ScriptOf = (config) => {
  const host = config?.api_host;
  return typeof host === 'string' && /^https?:/.test(host)
    ? `${host.replace(/\/+$/, '').replace('.i.posthog.com', '-assets.i.posthog.com')}/static/array.js`
    : undefined;
};

/** Opted in by name, because PostHog remembers an opt-out of an earlier page. https://posthog.com/docs/libraries/js */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const start = { api_host: 'https://us.i.posthog.com', ...config };
  const queue = provide<unknown[]>(env, 'posthog', []);
  Object.assign(queue, { _i: [[tagId, start, 'posthog']], __SV: 1 });
  queue.push(['opt_in_capturing', SILENTLY]);
};

export const update: Update = (env, _service, { mayRun }) =>
  mayRun ? call(env, 'posthog.opt_in_capturing', SILENTLY) : call(env, 'posthog.opt_out_capturing');
