import type { State } from './types.js';

/** Notes that the options are right. */
export function markValid(state: State): void {
  state.areOptionsValid = true;
  state.adopt(state.record());
}
