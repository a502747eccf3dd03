import { wholeAnswer, withEachService, withOwnChoices } from '../policy/per-service.js';
import type { State } from './types.js';

/** Lets visitors answer about single services where the options say so, once the options are checked. */
export function splitServices(state: State): void {
  const { perService } = state.options;
  if (!perService) return;
  state.categories = withEachService(state.categories, perService);
  state.whole = (answer) =>
    wholeAnswer(state.categories, answer, state.latest()?.choices ?? {}, state.$consent.get().granted);
  const record = state.record();
  // Sealed with the next answer, or when the regime is applied.
  if (record) state.adopt({ ...record, choices: withOwnChoices(state.categories, record.choices) });
}
