import { queueing } from './page/globals.js';
import type { Prepare } from './protocol.js';

/** Snap's pixel has no consent switch. */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const snaptr = queueing(env, 'snaptr', 'queue', 'handleRequest');
  snaptr('init', tagId, config);
  snaptr('track', 'PAGE_VIEW');
};
