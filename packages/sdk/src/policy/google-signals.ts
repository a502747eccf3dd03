import type { Category, Consent, GoogleSignals } from './types.js';

/**
 * All seven, always: a signal that was never set counts as granted outside the DMA region.
 * The order is that of the head stub, whose words are compared with ours.
 */
export const defaultSignals: Readonly<GoogleSignals> = {
  functionality_storage: 'denied',
  personalization_storage: 'denied',
  analytics_storage: 'denied',
  ad_storage: 'denied',
  ad_user_data: 'denied',
  ad_personalization: 'denied',
  security_storage: 'granted',
};

/** What Google is told: a signal is granted where a granted category stands for it. */
export function googleSignals(categories: readonly Category[], { granted }: Consent): GoogleSignals {
  const signals = { ...defaultSignals };
  for (const category of categories) {
    if (granted[category.key]) for (const signal of category.signals) signals[signal] = 'granted';
  }
  return signals;
}
