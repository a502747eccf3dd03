import { call } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** https://amplitude.com/docs/get-started/install-with-snippet */
export const prepare: Prepare =
  (env, { tagId, config = {} }) =>
  () =>
    call(env, 'amplitude.init', tagId, config);

export const update: Update = (env, _service, { mayRun }) => call(env, 'amplitude.setOptOut', !mayRun);
