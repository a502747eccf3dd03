import { areValid } from '../policy/valid.js';
import { markValid } from './mark-valid.js';
import type { State } from './types.js';

/** Checks the options, once. Reports what is wrong with them, and goes on with the rest. */
export async function check(state: State): Promise<void> {
  if (state.areOptionsValid !== undefined) return;
  if (areValid(state.options)) return markValid(state);
  await state.inputs.report(['options', state.options]);
  if (state.areOptionsValid !== undefined) return;
  // The chunk that drops invalid options did not load, so everything stays denied.
  state.areOptionsValid = false;
  state.categories = state.categories.slice(0, 1);
  state.adopt(state.record());
}
