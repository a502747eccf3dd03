import { mirror } from '../effects/mirror.js';
import type { Env } from '../env/env.js';
import { admit as admitOptions } from '../state/admit.js';
import { check } from '../state/check.js';
import { settleRegion } from '../state/settle-region.js';
import type { State } from '../state/types.js';

export { check };

/** What has to be known before consent may hold where a page cannot say so at once. */
export async function admit(state: State, env: Env): Promise<void> {
  await settleRegion(state);
  await check(state);
  // Stopped meanwhile.
  if (!env.stops[0]) return;
  // Where nothing is asked, nothing is kept.
  if (state.options.cookieDomain && state.categories[1]) mirror(state, env);
  admitOptions(state);
}
