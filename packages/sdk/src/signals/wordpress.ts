import { call, set } from './page/globals.js';
import type { Update } from './protocol.js';

/** Tells the other plugins of the site every answer, none before there is one. https://github.com/WordPress/wp-consent-level-api */
export const update: Update = (env, _service, { signals, ask }) => {
  const page = env.win as { wp_set_consent?: unknown; wp_consent_type?: unknown };
  if (typeof page.wp_set_consent !== 'function') return false;
  if (!page.wp_consent_type) {
    set(env, 'wp_consent_type', 'optin');
    env.doc.dispatchEvent(new Event('wp_consent_type_defined'));
  }
  if (ask) return true;
  for (const [category, signal] of [
    ['functional', 'security_storage'],
    ['preferences', 'personalization_storage'],
    ['statistics-anonymous', 'analytics_storage'],
    ['statistics', 'analytics_storage'],
    ['marketing', 'ad_storage'],
  ] as const)
    call(env, 'wp_set_consent', category, signals[signal] === 'granted' ? 'allow' : 'deny');
  return true;
};
