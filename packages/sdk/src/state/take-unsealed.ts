import { isSound } from '../policy/record.js';
import type { State } from './types.js';

/** Takes over what is stored and none of our pages has sealed: a record of 0.1.0, or one that somebody has changed. */
export function takeUnsealed(state: State): void {
  const latest = state.latest();
  const { unsealed } = state;
  state.unsealed = null;
  state.adopt(unsealed ? (isSound(unsealed) ? unsealed : null) : latest);
}
