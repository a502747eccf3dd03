import { wholeAnswer, withEachService } from '../policy/per-service.js';
import type { State } from './types.js';

/** Lets visitors answer about single services where the options say so, once the options are checked. */
export function splitServices(state: State): void {
  const { perService } = state.options;
  if (!perService) return;
  state.categories = withEachService(state.categories, perService);
  state.whole = wholeAnswer;
}
