import type { Category, Consent, GoogleSignals } from './types.js';

/** All seven, always: a signal that was never set counts as granted outside the DMA region. */
export const defaultSignals: Readonly<GoogleSignals> = {
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  analytics_storage: 'denied',
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  security_storage: 'granted',
};

/** What Google is told: a signal is granted where a granted category stands for it. */
export function googleSignals(categories: readonly Category[], { granted }: Consent): GoogleSignals {
  const signals: GoogleSignals = { ...defaultSignals };
  for (const category of categories) {
    if (granted[category.key]) for (const signal of category.signals) signals[signal] = 'granted';
  }
  return signals;
}
