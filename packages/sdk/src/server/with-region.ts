import type { Options } from '../policy/types.js';

/** The options, with the place this request comes from. A promise of one is for the browser: a server is asked now. */
export function withRegion(options: Options, region: string | undefined): Options & { region?: string } {
  const { region: own, ...others } = options;
  const place = region || (typeof own === 'object' ? undefined : own);
  return place ? { ...others, region: place } : others;
}
