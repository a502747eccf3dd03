import { makeChoice } from '../policy/choice.js';
import { sealed } from '../policy/seal.js';
import type { Choice, Method } from '../policy/types.js';
import { newId } from './new-id.js';
import type { State } from './types.js';

/** Takes the visitor's answer for the categories it names; the others stay as they are. Makes the record. */
export function decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void {
  const { options, categories, inputs, activeRegime } = state;
  const { reasons } = state.$consent.get();
  // Another tab may have answered since, about other categories: what it said stays.
  const before = state.latest();
  if (state.unsealed) {
    // Where the rules do not load, it counts as nothing.
    const goOn = () => {
      state.unsealed = null;
      decide(state, answer, method);
    };
    state.reconsider?.().then(goOn, goOn);
    return;
  }
  const choices: Record<string, Choice> = { ...before?.choices };
  let made: Choice | undefined;
  for (const category of categories) {
    const { key } = category;
    const granted = answer[key];
    // What is necessary, locked by Global Privacy Control, or not rightly described, is not the visitor's to answer.
    if (granted !== undefined && !/^(nec|gpc|inv)/.test(reasons[key] as string))
      made = choices[key] = makeChoice(category, granted === true, inputs.now(), activeRegime);
  }
  Object.keys(answer).forEach(state.consentFor);
  if (!made) return;
  state.adopt(
    sealed(
      {
        v: 1,
        id: before?.id ?? newId(),
        policy: options.policy?.version ?? null,
        locale: state.locale ?? null,
        method,
        regime: activeRegime.id,
        checked: state.areOptionsValid ? state.optionsHash : null,
        site: state.site,
        earlier: before?.choices,
        choices,
      },
      state.site,
    ),
  );
}

/**
 * One answer for everything. A yes in the banner is one to what it asks about; a no is one to everything, always.
 */
export function decideAll(state: State, granted: boolean, method: Method): void {
  const { due, granted: all } = state.$consent.get();
  const keys = granted && method === 'banner' ? due : Object.keys(all);
  decide(state, Object.fromEntries(keys.map((key) => [key, granted])), method);
}
