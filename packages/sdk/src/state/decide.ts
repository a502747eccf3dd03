import { makeChoice } from '../policy/choice.js';
import { sealed } from '../policy/seal.js';
import type { Choice, Method } from '../policy/types.js';
import { newId } from './new-id.js';
import type { State } from './types.js';

/** Records the visitor's answer for the categories it names; the others stay as they are. */
export function decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void {
  const { options, categories, inputs, activeRegime } = state;
  const { reasons, gpc } = state.$consent.get();
  // Another tab may have recorded an answer about other categories, which stays.
  const before = state.latest();
  if (state.unsealed) {
    // If the chunk does not load, the unsealed record counts as no answer.
    const goOn = () => {
      state.unsealed = null;
      decide(state, answer, method);
    };
    state.reconsider?.().then(goOn, goOn);
    return;
  }
  const choices: Record<string, Choice> = { ...before?.choices };
  let made: unknown;
  for (const category of categories) {
    const { key } = category;
    const granted = answer[key];
    // The visitor has no choice about what is necessary, kept off by Global Privacy Control, or invalid.
    if (granted !== undefined && !category.within && !/^(nec|gpc|inv)/.test(reasons[key] as string))
      made = choices[key] = makeChoice(category, granted === true, inputs.now(), activeRegime);
  }
  made = state.answerServices?.(answer, choices, before?.choices ?? {}) || made;
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
        gpc: gpc || undefined,
        earlier: before?.choices,
        choices,
      },
      state.site,
    ),
  );
}

/**
 * Records one answer for everything. A yes in the banner is about the categories that it asks about; a no is always about all.
 */
export function decideAll(state: State, granted: boolean, method: Method): void {
  const { due, granted: all } = state.$consent.get();
  const keys = granted && method === 'banner' ? due : Object.keys(all);
  decide(state, Object.fromEntries(keys.map((key) => [key, granted])), method);
}
