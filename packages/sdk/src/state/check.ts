import { areValid } from '../policy/valid.js';
import type { State } from './types.js';

/** Checks the options, once. Where something is wrong with them, says so, and goes on with what is right. */
export async function check(state: State): Promise<void> {
  if (state.checked !== undefined) return;
  if (areValid(state.options)) {
    state.checked = state.print;
    state.adopt(state.record());
  } else await state.inputs.report(['options', state.options]);
  // Nothing can tell what is right: everything stays denied.
  if (state.checked === undefined) state.setRegime(null);
}
