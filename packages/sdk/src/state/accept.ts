import type { State } from './types.js';

/** Notes that the options are right. */
export function accept(state: State): void {
  state.checked = state.print;
  state.adopt(state.record());
}
