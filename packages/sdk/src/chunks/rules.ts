import type { Writer } from '../effects/loaders.js';
import { mirror } from '../effects/mirror.js';
import type { Env } from '../env/env.js';
import type { Method } from '../policy/types.js';
import { check } from '../review/check.js';
import { applyRegime } from '../state/apply-regime.js';
import { awaitRegion } from '../state/await-region.js';
import { decideAll, decide as decideSome } from '../state/decide.js';
import { takeUnsealed } from '../state/take-unsealed.js';
import type { State } from '../state/types.js';

export { check };

/** Pages whose choice is mirrored in a cookie. */
const mirrored = new WeakSet<Env>();

/** Loaded when consent has to wait: for the region, the subdomain cookie, or a check of the options. */
export async function apply(state: State, env: Env): Promise<void> {
  await awaitRegion(state);
  await check(state);
  // Stopped while the options were checked.
  if (!env.stops[0]) return;
  takeUnsealed(state);
  // If they do not load, the page shows what it shows everywhere.
  state.law = () => import('./laws.js').then(({ lawOf }) => lawOf(state.activeRegime)).catch(() => undefined);
  // A site that asks nothing stores nothing.
  if (state.options.cookieDomain && state.categories[1] && !mirrored.has(env)) {
    mirrored.add(env);
    mirror(state, env);
  }
  applyRegime(state);
  const rules = Object.values(state.activeRegime.rules).join();
  // A site that asks although the law lets things run still shows that it honors Global Privacy Control.
  if (/inform|run/.test(rules) || (state.options.regimes && state.$consent.get().gpc))
    import('./law.js').then(({ tell }) => tell(state, env)).catch(() => {});
  if (/inform/.test(rules)) import('./notice.js').then(({ notice }) => notice(state, env)).catch(() => {});
}

/** Records an answer that the page gives by code or in a frame, once the options are checked: invalid options could grant too much. */
export async function decide<K extends keyof Writer>(
  state: State,
  verb: K,
  answer: Parameters<Writer[K]>[1],
  method: Method = 'api',
): Promise<void> {
  await check(state);
  (verb === 'decide' ? decideSome : decideAll)(state, answer as never, method);
}
