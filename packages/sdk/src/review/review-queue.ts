import type { Problem } from '../policy/problems.js';
import type { Options } from '../policy/types.js';

type Entry = { 0?: unknown; event?: unknown } | null | undefined;

/**
 * Finds what is wrong with Google's queue, if Consent Mode is on: it cannot be written, or a command other than `consent` comes first.
 *
 * @example reviewQueue(options, window.dataLayer) // [['late']]
 */
export function reviewQueue({ consentMode }: Options, dataLayer: unknown): Problem[] {
  if (consentMode === false || consentMode?.mode === 'off') return [];
  if (!Array.isArray(dataLayer) || Object.isFrozen(dataLayer)) return [['queue']];
  const entries: Entry[] = dataLayer;
  const first = entries.find((entry) => entry?.event || (entry?.[0] && entry[0] !== 'set'));
  return first && first[0] !== 'consent' ? [['late']] : [];
}
