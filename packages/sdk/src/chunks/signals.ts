import { follow as followBy } from '../effects/follow.js';
import type { Chunks } from '../effects/loaders.js';
import { protocols } from '../signals/index.js';

/** Loads services whose protocol the core does not contain. Loaded with the first of them. */
export const follow: Chunks['signals']['follow'] = (...service) =>
  followBy(...service, async (api) => {
    const load = protocols[api];
    if (!load) throw new Error('There is no such protocol.');
    return load();
  });
