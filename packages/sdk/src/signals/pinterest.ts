import { call, queueing } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** https://help.pinterest.com/en/business/article/install-the-base-code */
export const prepare: Prepare = (env, { tagId, config = {} }, { mayRun }) => {
  const pintrk = queueing(env, 'pintrk', 'queue');
  pintrk.version = '3.0';
  pintrk('setconsent', mayRun);
  pintrk('load', tagId, config);
  pintrk('page');
};

export const update: Update = (env, _service, { mayRun }) => call(env, 'pintrk', 'setconsent', mayRun);
