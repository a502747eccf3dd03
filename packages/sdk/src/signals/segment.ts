import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

const METHODS =
  'trackSubmit trackClick trackLink trackForm pageview identify reset group track ready alias debug page screen once off on addSourceMiddleware addIntegrationMiddleware setAnonymousId addDestinationMiddleware register'.split(
    ' ',
  );

type Queue = unknown[] & Record<string, unknown>;

/** https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/website/javascript/quickstart */
export const prepare: Prepare = (env, { tagId, config }) => {
  const queue = provide(env, 'analytics', [] as unknown as Queue);
  for (const name of METHODS) queue[name] = (...args: unknown[]) => queue.push([name, ...args]);
  Object.assign(queue, { invoked: true, methods: METHODS, _writeKey: tagId, ...(config && { _loadOptions: config }) });
  call(env, 'analytics.page');
};

/** Segment has no consent switch. `reset` removes the visitor's ids, and requests to its hosts are refused after a withdrawal. */
export const update: Update = (env, _service, { mayRun }) => mayRun || call(env, 'analytics.reset');
