import { resolveCategories } from '../policy/categories.js';
import { own } from '../policy/own.js';
import type { Options } from '../policy/types.js';
import { hashOf } from './hash.js';

/**
 * The hash that an event has as `options`. `region` is left out, because it belongs to the visitor, and functions are, because JSON
 * has none.
 *
 * @throws RangeError for options that are nested too deep, or in themselves.
 * @example optionsHash({ controller: { name: 'FactoryOps AI' }, services: [googleAnalytics('G-XXXX')] })
 */
export const optionsHash = ({ region: _, ...options }: Options): string => hashOf(options);

/** What the options of a site say; nothing if they are not known or cannot be read. */
export interface SiteFacts {
  readonly options: string | null;
  /** By category: the services and the revision that it asks about. */
  readonly covers: Readonly<Record<string, readonly string[]>>;
}

export function siteFacts(options: Options | undefined): SiteFacts {
  try {
    if (options) {
      const right = own(options);
      const covers = Object.fromEntries(resolveCategories(right).map((each) => [each.key, each.covers]));
      return { options: optionsHash(right), covers };
    }
  } catch {
    // The consent itself reports options that it cannot read.
  }
  return { options: null, covers: {} };
}
