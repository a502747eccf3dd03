import { joinEarlier } from '../policy/join-earlier.js';
import { resolveRegime } from '../policy/regime.js';
import { sealed } from '../policy/seal.js';
import type { State } from './types.js';

/** Applies the regime of the visitor's place, which is known by now, once the options are checked. */
export function applyRegime(state: State): void {
  const { options, categories } = state;
  state.setRegime(resolveRegime(options.region as string | undefined, options.regimes, categories));
  const record = state.record();
  // Noted in the record, so that the next page need not check again. A page that asks nothing leaves the record of others alone.
  if (!record || !categories[1]) return;
  const checked = {
    ...joinEarlier(record, state.inputs.now()),
    checked: state.areOptionsValid ? state.optionsHash : null,
    site: state.site,
  };
  try {
    state.adopt(sealed(checked, state.site));
  } catch {
    // Fields that Askfirst does not know are nested too deep for a seal.
    state.adopt(checked);
  }
}
