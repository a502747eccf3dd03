import { call, queueing } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const rdt = queueing(env, 'rdt', 'callQueue', 'sendEvent');
  rdt('init', tagId, config);
  rdt('track', 'PageVisit');
};

/** The switch is about its cookie alone. Its hits stop because requests to its hosts are refused after a withdrawal. */
export const update: Update = (env, _service, { mayRun }) =>
  call(env, 'rdt', mayRun ? 'enableFirstPartyCookies' : 'disableFirstPartyCookies');
