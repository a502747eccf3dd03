import { call, queueing, set } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** Events after `revoke` wait inside Meta's script, and all of them go out at the next `grant`. */
export const keepsRefused = true;

/**
 * Limited Data Use comes before `init`, as `config: { dataProcessingOptions: [['LDU'], 0, 0] }`:
 * https://developers.facebook.com/docs/meta-pixel/implementation/data-processing-options
 */
export const prepare: Prepare = (env, { tagId, config = {} }) => {
  const fbq = queueing(env, 'fbq', 'queue', 'callMethod');
  set(env, '_fbq', fbq);
  Object.assign(fbq, { push: fbq, loaded: true, version: '2.0' });
  const { dataProcessingOptions, ...others } = config;
  if (Array.isArray(dataProcessingOptions)) fbq('dataProcessingOptions', ...dataProcessingOptions);
  fbq('consent', 'grant');
  fbq('init', tagId, others);
  fbq('track', 'PageView');
};

/** https://developers.facebook.com/docs/meta-pixel/implementation/gdpr */
export const update: Update = (env, _service, { mayRun }) => call(env, 'fbq', 'consent', mayRun ? 'grant' : 'revoke');
