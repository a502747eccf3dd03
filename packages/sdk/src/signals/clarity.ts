import { call, queueing } from './page/globals.js';
import type { Prepare, Told, Update } from './protocol.js';

/** https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2 */
const storage = ({ mayRun, signals }: Told) => ({
  ad_Storage: mayRun ? signals.ad_storage : 'denied',
  analytics_Storage: mayRun ? 'granted' : 'denied',
});

export const prepare: Prepare = (env, _service, told) => {
  queueing(env, 'clarity', 'q')('consentv2', storage(told));
};

export const update: Update = (env, _service, told) => call(env, 'clarity', 'consentv2', storage(told));
