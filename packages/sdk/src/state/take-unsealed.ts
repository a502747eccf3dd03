import { isSound } from '../policy/record.js';
import type { State } from './types.js';

/** Adopts a stored record without a valid seal, if it is sound: one of 0.1.0, or one that other code has changed. */
export function takeUnsealed(state: State): void {
  const latest = state.latest();
  const { unsealed } = state;
  state.unsealed = null;
  state.adopt(unsealed ? (isSound(unsealed) ? unsealed : null) : latest);
}
