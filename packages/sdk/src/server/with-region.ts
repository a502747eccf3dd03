import type { Options } from '../policy/types.js';

/** The options with the place of this request. A promise of a place is for the browser, because a server answers now. */
export function withRegion(options: Options, region: string | undefined): Options & { region?: string } {
  if (region) return { ...options, region };
  const isPromise = typeof (options?.region as { then?: unknown } | undefined)?.then === 'function';
  if (!isPromise) return options as Options & { region?: string };
  const { region: _, ...others } = options;
  return others;
}
