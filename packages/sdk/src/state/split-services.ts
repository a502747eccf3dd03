import { makeChoice } from '../policy/choice.js';
import { answerServices, withEachService } from '../policy/per-service.js';
import type { State } from './types.js';

/** Lets visitors answer about single services where the options say so, once the options are checked. */
export function splitServices(state: State): void {
  const { perService } = state.options;
  if (!perService) return;
  state.categories = withEachService(state.categories, perService);
  state.answerServices = (given, choices, before) => {
    const { reasons } = state.$consent.get();
    // The visitor has no choice about what Global Privacy Control keeps off, or is invalid.
    const open = state.categories.filter(({ key, within }) => !/^(gpc|inv)/.test(reasons[within ?? key] as string));
    return answerServices(open, given, choices, before, reasons, (category, granted) =>
      makeChoice(category, granted, state.inputs.now(), state.activeRegime),
    );
  };
}
