import type { RegimeRules } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import type { Writer } from '../effects/loaders.js';
import { mirror } from '../effects/mirror.js';
import type { Env } from '../env/env.js';
import { lawAt } from '../policy/law-at.js';
import { needsRules, needsRulesToAsk } from '../policy/needs-rules.js';
import { regimeUnder } from '../policy/regime-under.js';
import type { Method } from '../policy/types.js';
import { check } from '../review/check.js';
import { applyRegime } from '../state/apply-regime.js';
import { awaitRegion } from '../state/await-region.js';
import { decideAll, decide as decideSome } from '../state/decide.js';
import { splitServices } from '../state/split-services.js';
import { takeUnsealed } from '../state/take-unsealed.js';
import type { State } from '../state/types.js';

export { check };

/** Pages whose choice is mirrored in a cookie. */
const mirrored = new WeakSet<Env>();

/** Pages in which another tool's markup is held. */
const translated = new WeakSet<Env>();

/**
 * What a site needs that has used another tool before.
 *
 * @returns What consent has to wait for, if there is an answer to take over.
 */
function moveIn(state: State, env: Env, law: RegimeRules = strictest): Promise<unknown> | undefined {
  const { markup, importFrom, region, regimes } = state.options;
  const report = (file: string) => (error: unknown) => state.inputs.report(['moving', file, error]);
  if (markup && !translated.has(env)) {
    translated.add(env);
    import('./foreign-markup.js')
      .then(({ foreignMarkup }) => foreignMarkup(state, env))
      .catch(report('foreign-markup'));
  }
  if (!importFrom || !state.categories[1] || state.record()) return undefined;
  return import('./import-choices.js')
    .then(({ importChoices }) =>
      importChoices(state, env, regimeUnder(law, region as string | undefined, regimes, state.categories)),
    )
    .catch(report('import-choices'));
}

/** Loaded when consent has to wait: for the region, the subdomain cookie, or a check of the options. */
export async function apply(state: State, env: Env): Promise<void> {
  await awaitRegion(state);
  await check(state);
  // Stopped while the options were checked.
  if (!env.stops[0]) return;
  let law: Awaited<ReturnType<typeof lawAt>>;
  try {
    law = await lawAt(state.options.region as string | undefined);
  } catch (error) {
    state.inputs.report(['law', error]);
  }
  if (!env.stops[0]) return;
  takeUnsealed(state);
  splitServices(state);
  // Not equal even to itself; in JSON it is `null`.
  if (needsRules(state.options)) state.optionsHash = Number.NaN;
  // A site that asks nothing stores nothing.
  if (state.options.cookieDomain && state.categories[1] && !mirrored.has(env)) {
    mirrored.add(env);
    mirror(state, env);
  }
  const moving = moveIn(state, env, law?.regime);
  if (moving) {
    await moving;
    // Stopped while an old answer was read.
    if (!env.stops[0]) return;
  }
  applyRegime(state, law);
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
  if (needsRulesToAsk(state.options)) await state.reconsider?.();
  (verb === 'decide' ? decideSome : decideAll)(state, answer as never, method);
}
