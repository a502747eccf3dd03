import { strictest } from '@askfirst/data/regimes/strictest';
import { makeChoice } from '../policy/record.js';
import type { Choice, Method } from '../policy/types.js';
import type { State } from './types.js';

/** What is necessary, or locked by Global Privacy Control, is not the visitor's to answer. */
const LOCKED = /^(necessary|gpc)$/;

/** Takes the visitor's answer for the categories it names; the others stay as they are. Makes the record. */
export function decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void {
  const { options, categories, inputs, regime } = state;
  const { id, grantMaxAgeDays, refusalCooldownDays } = regime ?? strictest;
  const { reasons } = state.$consent.get();
  const before = state.record();
  const choices: Record<string, Choice> = { ...before?.choices };
  for (const category of categories) {
    const granted = answer[category.key];
    if (granted !== undefined && !LOCKED.test(reasons[category.key] as string))
      choices[category.key] = makeChoice(
        category,
        granted === true,
        inputs.now(),
        granted === true ? grantMaxAgeDays : refusalCooldownDays,
      );
  }
  Object.keys(answer).forEach(state.isKnown);
  state.load({
    v: 1,
    id: before?.id ?? inputs.newId(),
    policy: options.policy?.version ?? null,
    locale: state.locale,
    method,
    regime: id,
    checked: state.checked,
    choices,
  });
}

/** One answer for everything: from the banner for all it asks about, from elsewhere for every category. */
export function decideAll(state: State, granted: boolean, method: Method): void {
  const { due, granted: all } = state.$consent.get();
  decide(state, Object.fromEntries((method === 'banner' ? due : Object.keys(all)).map((key) => [key, granted])), method);
}
