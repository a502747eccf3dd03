import { readOptions } from '../policy/read-options.js';
import type { State } from './types.js';

/** Leaves what is wrong out of the options. What it was about stays denied. */
export function mend(state: State): void {
  if (state.checked !== undefined) return;
  const { options, categories, isRight } = readOptions(state.options);
  state.checked = isRight && state.print;
  state.options = options;
  state.categories = categories;
  state.adopt(state.record());
}
