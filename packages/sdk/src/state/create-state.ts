import type { RegimeRules } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import { atom } from 'nanostores';
import { resolveCategories } from '../policy/categories.js';
import { deriveConsent } from '../policy/consent.js';
import { fingerprint } from '../policy/fingerprint.js';
import { siteOf } from '../policy/site.js';
import type { Category, ConsentRecord, Options } from '../policy/types.js';
import type { Inputs, State } from './types.js';

/** The state of one site in one page. It reads and writes nothing but `inputs`. */
export function createState(options: Options, inputs: Inputs): State {
  let record: ConsentRecord | null = null;
  let regime: RegimeRules | null = strictest;
  const categories = resolveCategories(options);
  const derive = (known: readonly Category[]) => deriveConsent(known, regime, record, inputs.now(), inputs.gpc());
  // React and Vue render its first value on a server.
  const $consent = atom(derive(categories));

  const state: State = {
    optionsHash: fingerprint(options),
    $consent,
    inputs,
    site: siteOf(options),
    $open: atom(false),
    $inline: atom(false),
    record: () => record,
    categories,
    options,
    latest: () => record,
    activeRegime: strictest,
    consentFor(key) {
      const consent = $consent.get();
      if (!(key in consent.granted)) inputs.report(['category', key, consent]);
      return consent;
    },
    setRegime(known) {
      regime = known;
      state.activeRegime = known || strictest;
      state.adopt(record);
    },
    adopt(next) {
      record = next;
      try {
        $consent.set(derive(state.categories));
      } catch (error) {
        // nanostores has called all listeners by now. An error in a listener of the app must not stop Askfirst.
        inputs.report(['listener', error]);
      }
    },
  };
  return state;
}
