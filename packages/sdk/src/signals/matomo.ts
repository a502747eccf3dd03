import { call, provide } from './page/globals.js';
import type { Prepare, Update } from './protocol.js';

/** Without its consent Matomo keeps requests in a list, and sends them once `setConsentGiven` is called. */
export const keepsRefused = true;

/**
 * `setConsentGiven`, not `rememberConsentGiven`: the choice is stored by Askfirst alone. The tracker's other file lies beside the script.
 * https://developer.matomo.org/guides/tracking-consent
 */
export const prepare: Prepare = (env, { tagId, script = '' }) => {
  const queue = provide<unknown[]>(env, '_paq', []);
  queue.push(
    ['requireConsent'],
    ['setConsentGiven'],
    ['setTrackerUrl', script.replace(/[^/?#]*([?#].*)?$/, 'matomo.php')],
    ['setSiteId', tagId],
    ['trackPageView'],
    ['enableLinkTracking'],
  );
};

export const update: Update = (env, _service, { mayRun }) =>
  call(env, '_paq.push', [mayRun ? 'setConsentGiven' : 'forgetConsentGiven']);
