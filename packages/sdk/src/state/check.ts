import { fingerprint } from '../policy/fingerprint.js';
import { areValid } from '../policy/valid.js';
import type { State } from './types.js';

/** Whether the options can be worked with. Where they cannot, says so, and everything stays denied. */
export function check(state: State): boolean {
  const { options, inputs } = state;
  const valid = areValid(options);
  state.checked = valid && fingerprint(options);
  if (!valid) {
    inputs.report(['options', options]);
    state.setRegime(null);
  }
  return valid;
}
