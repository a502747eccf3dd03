import { queueing, set } from './page/globals.js';
import type { Prepare } from './protocol.js';

/** Hotjar has no consent switch. */
export const prepare: Prepare = (env, { tagId }) => {
  queueing(env, 'hj', 'q');
  set(env, '_hjSettings', { hjid: Number(tagId), hjsv: 6 });
};
