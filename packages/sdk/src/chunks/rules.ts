import type { Writer } from '../effects/loaders.js';
import { mirror } from '../effects/mirror.js';
import type { Env } from '../env/env.js';
import { check } from '../review/check.js';
import { applyRegime } from '../state/apply-regime.js';
import { awaitRegion } from '../state/await-region.js';
import { decideAll, decide as decideSome } from '../state/decide.js';
import { takeUnsealed } from '../state/take-unsealed.js';
import type { State } from '../state/types.js';

export { check };

/** Those whose choice goes to sibling subdomains. */
const mirrored = new WeakSet<Env>();

/** What has to be known before consent may hold where a page cannot say so at once. */
export async function apply(state: State, env: Env): Promise<void> {
  await awaitRegion(state);
  await check(state);
  // Stopped meanwhile.
  if (!env.stops[0]) return;
  takeUnsealed(state);
  // Where nothing is asked, nothing is kept.
  if (state.options.cookieDomain && state.categories[1] && !mirrored.has(env)) {
    mirrored.add(env);
    mirror(state, env);
  }
  applyRegime(state);
}

/** Takes an answer that the page gives by code. One to wrong options would grant what the right ones do not. */
export async function decide<K extends keyof Writer>(
  state: State,
  verb: K,
  answer: Parameters<Writer[K]>[1],
): Promise<void> {
  await check(state);
  (verb === 'decide' ? decideSome : decideAll)(state, answer as never, 'api');
}
