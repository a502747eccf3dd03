import { call } from './page/globals.js';
import type { Update } from './protocol.js';

/** https://developers.heap.io/docs/web */
export const update: Update = (env, _service, { mayRun }) =>
  call(env, mayRun ? 'heap.startTracking' : 'heap.stopTracking');
