import { call } from './page/globals.js';
import type { Update } from './protocol.js';

/**
 * The Amazon Consent Signal. It wants the visitor's country, which the site gives as `config: { countryCode: 'DE' }`.
 * https://advertising.amazon.com/resources/ad-policy/consent-signal-requirements
 */
export const update: Update = (env, { config }, { mayRun, signals }) =>
  call(env, 'amznConsent', {
    ...config,
    enableAdStorage: mayRun,
    enableUserData: mayRun && signals.ad_user_data === 'granted',
  });
