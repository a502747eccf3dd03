import { readOptions } from '../policy/read-options.js';
import type { State } from './types.js';

/** Drops what is invalid from the options. The categories that it was about stay denied. */
export function dropInvalid(state: State): void {
  if (state.areOptionsValid !== undefined) return;
  const { options, categories, isRight } = readOptions(state.options);
  state.areOptionsValid = isRight;
  state.options = options;
  state.categories = categories;
  state.adopt(state.record());
}
