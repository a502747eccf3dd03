import { makeChoice } from '../policy/record.js';
import type { Choice, Method } from '../policy/types.js';
import { newId } from './new-id.js';
import type { State } from './types.js';

/** Takes the visitor's answer for the categories it names; the others stay as they are. Makes the record. */
export function decide(state: State, answer: Readonly<Record<string, boolean | undefined>>, method: Method): void {
  const { options, categories, inputs, clocks } = state;
  const { id, grantMaxAgeDays, refusalCooldownDays } = clocks;
  const { reasons } = state.$consent.get();
  const before = state.record();
  const choices: Record<string, Choice> = { ...before?.choices };
  for (const category of categories) {
    const { key } = category;
    const granted = answer[key];
    // What is necessary, or locked by Global Privacy Control, is not the visitor's to answer.
    if (granted !== undefined && key !== 'necessary' && reasons[key] !== 'gpc')
      choices[key] = makeChoice(
        category,
        granted === true,
        inputs.now(),
        granted === true ? grantMaxAgeDays : refusalCooldownDays,
      );
  }
  Object.keys(answer).forEach(state.isKnown);
  state.load({
    v: 1,
    id: before?.id ?? newId(),
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
  decide(
    state,
    Object.fromEntries((method === 'banner' ? due : Object.keys(all)).map((key) => [key, granted])),
    method,
  );
}
