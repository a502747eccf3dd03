import { call } from './page/globals.js';
import type { Update } from './protocol.js';

/** https://experienceleague.adobe.com/en/docs/experience-platform/collection/js/commands/setconsent */
export const update: Update = (env, _service, { mayRun }) =>
  call(env, 'alloy', 'setConsent', {
    consent: [{ standard: 'Adobe', version: '1.0', value: { general: mayRun ? 'in' : 'out' } }],
  });
