import type { ConsentManager } from './create-consent.js';

/**
 * A `track()` to call from the first moment on. Until its category is granted the calls stay in memory; then they are handed
 * over in order, each with its own time. A refusal drops them.
 *
 * @param send Gets the time of the call in milliseconds since the epoch, then what `track()` was called with.
 * @example
 * const track = createTrack(consent, 'analytics', (at, name: string) => analytics.send(name, { timestamp: at }))
 * track('page_view')
 */
export const createTrack =
  <K extends string, Args extends unknown[]>(
    consent: Pick<ConsentManager<K>, 'queue'>,
    category: NoInfer<K | `${K}__${string}`> | 'necessary',
    send: (at: number, ...args: Args) => void,
  ): ((...args: Args) => void) =>
  (...args) =>
    consent.queue(category, (at) => send(at, ...args));
