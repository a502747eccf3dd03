import { call } from './page/globals.js';
import type { Update } from './protocol.js';

interface Page {
  Shopify?: { customerPrivacy?: object };
}

/** Tells the shop every answer, none before there is one. https://shopify.dev/docs/api/customer-privacy */
export const update: Update = (env, _service, { signals, ask }) => {
  if (ask) return true;
  const tell = () =>
    call(
      env,
      'Shopify.customerPrivacy.setTrackingConsent',
      {
        analytics: signals.analytics_storage === 'granted',
        marketing: signals.ad_storage === 'granted',
        preferences: signals.personalization_storage === 'granted',
        sale_of_data: signals.ad_user_data === 'granted',
      },
      () => {},
    );
  return (env.win as Page).Shopify?.customerPrivacy
    ? tell()
    : call(env, 'Shopify.loadFeatures', [{ name: 'consent-tracking-api', version: '0.1' }], (error: unknown) => {
        if (!error) tell();
      });
};
