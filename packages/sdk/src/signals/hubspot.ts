import type { Env } from '../env/env.js';
import { call, provide, set } from './page/globals.js';
import type { Prepare, Told, Update } from './protocol.js';

/** The call is not stored, so that each page makes it. Refused, HubSpot still counts page views, which `doNotTrack` stops. */
const tell = (env: Env, { mayRun, signals }: Told) =>
  call(env, '_hsp.push', [
    'setHubSpotConsent',
    {
      analytics: mayRun && signals.analytics_storage === 'granted',
      advertisement: mayRun && signals.ad_storage === 'granted',
      functionality: mayRun && signals.functionality_storage === 'granted',
    },
  ]) && call(env, '_hsq.push', ['doNotTrack', ...(mayRun ? [{ track: true }] : [])]);

/** https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api */
export const prepare: Prepare = (env, _service, told) => {
  // Only one banner asks.
  set(env, 'disableHubSpotCookieBanner', true);
  provide(env, '_hsp', []);
  provide(env, '_hsq', []);
  tell(env, told);
};

export const update: Update = (env, _service, told) => tell(env, told);
