import type { LawFile } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import { joinEarlier } from '../policy/join-earlier.js';
import { regimeUnder } from '../policy/regime-under.js';
import { sealed } from '../policy/seal.js';
import type { State } from './types.js';

/**
 * Applies the law of the visitor's place, once the options are checked.
 *
 * @param file `undefined` if the place is not known, or its law did not load: the strictest regime holds.
 */
export function applyRegime(state: State, file?: Pick<LawFile, 'regime' | 'law'>): void {
  const { options, categories } = state;
  const regime = regimeUnder(
    file?.regime ?? strictest,
    options.region as string | undefined,
    options.regimes,
    categories,
  );
  const asks = !Object.keys(regime.rules)[0];
  // Where the owner asks although the law would not, it is shown as a law that asks.
  state.law = file && (asks ? { ...file.law, model: 'opt-in' } : file.law);
  state.setRegime(regime);
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
