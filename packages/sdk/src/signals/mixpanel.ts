import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** Without the event by which Mixpanel would count the yes itself. */
const SILENTLY = { track() {} };

/**
 * Opted in by name, because Mixpanel remembers an opt-out of an earlier page.
 * https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript
 */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const queue = provide<unknown[]>(env, 'mixpanel', []);
  Object.assign(queue, { _i: [[tagId, config, 'mixpanel']], __SV: 1.2 });
  queue.push(['opt_in_tracking', SILENTLY]);
};

export const update: Update = (env, _service, { mayRun }) =>
  mayRun ? call(env, 'mixpanel.opt_in_tracking', SILENTLY) : call(env, 'mixpanel.opt_out_tracking');
