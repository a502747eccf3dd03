import { joinEarlier } from '../policy/join-earlier.js';
import { resolveRegime } from '../policy/regime.js';
import { sealed } from '../policy/seal.js';
import type { State } from './types.js';

/** Lets consent hold, once the options are checked, under the law of the visitor's place, which is known by now. */
export function applyRegime(state: State): void {
  state.setRegime(resolveRegime(state.options.region as string | undefined));
  const record = state.record();
  // Noted, so that the next page need not check again. Where nothing is asked the record is another page's.
  if (!record || !state.categories[1]) return;
  const checked = {
    ...joinEarlier(record, state.inputs.now()),
    checked: state.areOptionsValid ? state.optionsHash : null,
    site: state.site,
  };
  try {
    state.adopt(sealed(checked, state.site));
  } catch {
    // Somebody else's fields in it are nested too deep for a seal.
    state.adopt(checked);
  }
}
