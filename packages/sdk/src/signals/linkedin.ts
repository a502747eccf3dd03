import { provide, queueing, set } from './page/globals.js';
import type { Prepare } from './protocol.js';

/** LinkedIn's tag has no consent switch. */
export const prepare: Prepare = (env, { tagId }) => {
  set(env, '_linkedin_partner_id', tagId);
  provide<unknown[]>(env, '_linkedin_data_partner_ids', []).push(tagId);
  queueing(env, 'lintrk', 'q');
};
