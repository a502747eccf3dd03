import type { GoogleHit } from '../model.js';

/** `gcd` has two characters for each of these, in this order. */
const SIGNALS = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'] as const;
/** Six bits a character. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

type Signal = GoogleHit['signals'][string];
const BY_NUMBER: readonly (Signal | undefined)[] = [undefined, undefined, 'denied', 'granted'];
const BY_SIGN: Readonly<Record<string, Signal>> = { '0': 'denied', '1': 'granted', '-': 'unset' };

/** What one pair of `gcd` says: an update counts before a default, that before a declaration of the container. */
function ofPair(implicit: string, set: string): Signal {
  const value = ALPHABET.indexOf(set);
  const told = BY_NUMBER[value & 3] ?? BY_NUMBER[(value >> 2) & 3] ?? BY_NUMBER[(value >> 4) & 3];
  // Nothing was said. Some regions deny then; what Google grants of itself nobody has said.
  return told ?? (implicit === '2' ? 'denied' : 'unset');
}

/**
 * What a hit of Google's tags says about consent, by its parameters; undefined if it is no hit. A hit that names no signal was sent by a
 * tag to which no consent was told.
 *
 * @example googleHitOf('https://www.google-analytics.com/g/collect?v=2&tid=G-X&gcs=G101')?.signals.ad_storage // 'denied'
 */
export function googleHitOf(url: string): GoogleHit | undefined {
  // Floodlight separates by semicolons.
  const read = (name: string) => new RegExp(`[?&;]${name}=([^&;?#]*)`).exec(url)?.[1];
  const [gcs, gcd, npa, dma] = ['gcs', 'gcd', 'npa', 'dma'].map(read);
  const isMeasurement = read('v') === '2' && /^G-/.test(read('tid') ?? '');
  if (!gcs?.startsWith('G1') && !gcd && !isMeasurement) return undefined;
  const signals: Record<string, Signal> = {};
  SIGNALS.forEach((name, index) => {
    const [implicit, set] = gcd?.slice(1 + 2 * index, 3 + 2 * index) ?? '';
    signals[name] = implicit && set ? ofPair(implicit, set) : 'unset';
  });
  ['ad_storage', 'analytics_storage'].forEach((name, index) => {
    const said = BY_SIGN[gcs?.[2 + index] ?? ''];
    if (said && said !== 'unset') signals[name] = said;
  });
  return {
    ...(gcs !== undefined && { gcs }),
    ...(gcd !== undefined && { gcd }),
    ...(npa !== undefined && { npa }),
    ...(dma !== undefined && { dma }),
    signals,
  };
}
