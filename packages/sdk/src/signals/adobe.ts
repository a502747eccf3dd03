import { call } from './page/globals.js';
import type { Update } from './protocol.js';

/** With `defaultConsent: 'pending'` the site's commands wait for a yes; `out` drops them. */
export const keepsRefused = 'unheard';

/** https://experienceleague.adobe.com/en/docs/experience-platform/collection/js/commands/setconsent */
export const update: Update = (env, _service, { mayRun }) =>
  call(env, 'alloy', 'setConsent', {
    consent: [{ standard: 'Adobe', version: '1.0', value: { general: mayRun ? 'in' : 'out' } }],
  });
