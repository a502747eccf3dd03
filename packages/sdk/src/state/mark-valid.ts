import type { State } from './types.js';

/** Marks the options as valid. Until they were, another tab may have erased the record, which must not be written again. */
export function markValid(state: State): void {
  state.areOptionsValid = true;
  state.adopt(state.latest());
}
