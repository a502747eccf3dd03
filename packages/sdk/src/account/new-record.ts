import { isSame } from '../policy/join-account.js';
import type { Choice, ConsentRecord } from '../policy/types.js';

/** 128 random bits, which say nothing about the visitor: a record belongs to one browser, also if its choices came with an account. */
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** The record of this browser with other choices. What belongs to a choice comes from where the choice came from. */
export function newRecord(
  mine: ConsentRecord | null,
  theirs: ConsentRecord | null,
  choices: Readonly<Record<string, Choice>>,
): ConsentRecord {
  const isTheirs = Object.entries(choices).some(([key, choice]) => !mine || !isSame(choice, mine.choices[key]));
  const { policy, locale, regime, method } = (isTheirs && theirs) || (mine as ConsentRecord);
  return {
    v: 1,
    id: mine?.id ?? newId(),
    policy,
    locale,
    regime,
    method: isTheirs ? 'account' : method,
    checked: mine?.checked ?? null,
    choices,
  };
}
