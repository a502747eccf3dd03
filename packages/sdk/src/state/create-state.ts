import type { Regime } from '@askfirst/data';
import { strictest } from '@askfirst/data/regimes/strictest';
import { atom } from 'nanostores';
import { deriveConsent } from '../policy/consent.js';
import { makeChoice } from '../policy/record.js';
import type { Choice, ConsentRecord, Method, Policy } from '../policy/types.js';
import type { Inputs, State } from './types.js';

/** The state of one site in one page. Nothing is read or written here beyond `inputs`. */
export function createState(policy: Policy, inputs: Inputs): State {
  const { categories, options } = policy;
  let regime: Regime | null = options.region ? null : strictest;
  const derive = () => deriveConsent(categories, regime, $record.get(), inputs.now(), inputs.gpc());
  const $record = atom<ConsentRecord | null>(null);
  const $consent = atom(derive());
  const $open = atom(false);
  const $locale = atom<string | null>(null);

  const load = (record: ConsentRecord | null) => {
    $record.set(record);
    $consent.set(derive());
  };

  const decide = (answer: Readonly<Record<string, boolean | undefined>>, method: Method) => {
    const { id, grantMaxAgeDays, refusalCooldownDays } = regime ?? strictest;
    const { granted: known, reasons } = $consent.get();
    const before = $record.get();
    const choices: Record<string, Choice> = { ...before?.choices };
    for (const [key, granted = null] of Object.entries(answer)) {
      const category = categories.find((each) => each.key === key);
      if (!category) inputs.report(['category', key, Object.keys(known)]);
      // What is necessary, or locked by Global Privacy Control, is not the visitor's to answer here.
      else if (granted !== null && !/necessary|gpc/.test(reasons[key] as string))
        choices[key] = makeChoice(
          category,
          granted === true,
          inputs.now(),
          granted === true ? grantMaxAgeDays : refusalCooldownDays,
        );
    }
    load({
      v: 1,
      id: before?.id ?? inputs.newId(),
      policy: options.policy?.version ?? null,
      locale: $locale.get(),
      method,
      regime: id,
      choices,
    });
  };

  const decideAll = (granted: boolean) => (method: Method) =>
    decide(Object.fromEntries(categories.map(({ key }) => [key, granted])), method);

  return {
    policy,
    inputs,
    $consent,
    $record,
    $open,
    $locale,
    decide,
    acceptAll: decideAll(true),
    rejectAll: decideAll(false),
    load,
    setRegime(known) {
      regime = known;
      load($record.get());
    },
  };
}
