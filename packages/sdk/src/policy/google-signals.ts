import { usualSignals } from './categories.js';
import type { Category, Consent, GoogleSignals } from './types.js';

/**
 * The signals for Google: each is granted if a granted category has it.
 * Always all seven, because a signal that was never set counts as granted outside the DMA region. In the order of the head stub, whose
 * update is compared with the core's.
 *
 * @example googleSignals(categories, consent.granted).ad_storage // 'denied'
 */
export function googleSignals(categories: readonly Category[], granted: Consent['granted']): GoogleSignals {
  const signals: Record<string, string> = {};
  for (const signal of [
    ...Object.values(usualSignals as Record<string, string[]>),
    ...categories.map((each) => each.signals),
  ].flat())
    signals[signal] =
      signal === 'security_storage' ||
      // `necessary` grants `security_storage` only, whatever the options say.
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
