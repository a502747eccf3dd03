import { apis } from '@askfirst/data/services/apis';
import { catalogue } from '@askfirst/data/services/catalogue';
import { follow as followBy } from '../effects/follow.js';
import type { Chunks } from '../effects/loaders.js';
import { protocols } from '../signals/index.js';
import type { Protocol } from '../signals/protocol.js';

/** Loads services whose protocol the core does not contain, and follows their consent. Loaded with the first of them. */
export const follow: Chunks['signals']['follow'] = (...running) =>
  followBy(...running, async ({ id, api = apis[id], category, config, script, tagId }) => {
    // The vendor has no switch, or the owner has put its script where no vendor's script belongs.
    if (tagId === undefined ? !api && !script : [category].flat().includes('necessary')) return;
    const load = protocols[api as string];
    if (api && !load) throw new Error('There is no such protocol.');
    const [protocol, row] = await Promise.all([
      load?.() ?? ({} as Protocol),
      !script && tagId !== undefined && catalogue[id]?.(),
    ]);
    return { protocol, script: script ?? (row ? (protocol.scriptOf?.(config) ?? row.script) : undefined) };
  });
