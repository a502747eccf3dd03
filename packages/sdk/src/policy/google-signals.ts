import { usualSignals } from './categories.js';
import type { Category, Consent, GoogleSignals } from './types.js';

/**
 * What Google is told: a signal is granted where a granted category stands for it.
 * All seven, always: one that was never set counts as granted outside the DMA region. Their order is that of the head
 * stub, whose words are compared with ours.
 *
 * @example googleSignals(categories, consent.granted).ad_storage // 'denied'
 */
export function googleSignals(categories: readonly Category[], granted: Consent['granted']): GoogleSignals {
  const signals: Record<string, string> = {};
  for (const signal of Object.values(usualSignals as Record<string, string[]>).flat()) signals[signal] = 'denied';
  signals.security_storage = 'granted';
  // What is necessary stands for nothing else, whatever the options say.
  for (const category of categories)
    if (granted[category.key] && category.key !== 'necessary')
      for (const signal of category.signals) signals[signal] = 'granted';
  return signals as GoogleSignals;
}
