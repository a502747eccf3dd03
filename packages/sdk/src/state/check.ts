import { areValid } from '../policy/valid.js';
import { markValid } from './mark-valid.js';
import type { State } from './types.js';

/** Checks the options, once. Where something is wrong with them, says so, and goes on with what is right. */
export async function check(state: State): Promise<void> {
  if (state.areOptionsValid !== undefined) return;
  if (areValid(state.options)) return markValid(state);
  await state.inputs.report(['options', state.options]);
  if (state.areOptionsValid !== undefined) return;
  // What could tell what is right of them has not loaded.
  state.areOptionsValid = false;
  state.categories = state.categories.slice(0, 1);
  state.adopt(state.record());
}
