import type { State } from './types.js';

/** Marks the options as valid. */
export function markValid(state: State): void {
  state.areOptionsValid = true;
  state.adopt(state.record());
}
