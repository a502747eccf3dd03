import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** https://docs.mixpanel.com/docs/tracking-methods/sdks/javascript */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  Object.assign(provide(env, 'mixpanel', []), { _i: [[tagId, config, 'mixpanel']], __SV: 1.2 });
};

export const update: Update = (env, _service, { mayRun }) =>
  call(env, mayRun ? 'mixpanel.opt_in_tracking' : 'mixpanel.opt_out_tracking');
