import { queueing } from './page/globals.js';
import type { Prepare } from './protocol.js';

/** X's pixel has no consent switch. */
export const prepare: Prepare = (env, { tagId }) => {
  const twq = queueing(env, 'twq', 'queue', 'exe');
  twq.version = '1.1';
  twq('config', tagId);
};
