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
  for (const signal of Object.values(usualSignals as Record<string, string[]>).flat())
    signals[signal] =
      signal === 'security_storage' ||
      // What is necessary stands for nothing else, whatever the options say.
      categories.some(
        (category) =>
          category.key !== 'necessary' &&
          granted[category.key] &&
          (category.signals as readonly string[]).includes(signal),
      )
        ? 'granted'
        : 'denied';
  return signals as GoogleSignals;
}
