import type { RegimeRules } from '@askfirst/data';
import { isLive } from './choice.js';
import type { Category, Choice, Consent, ConsentRecord, Reason } from './types.js';

/** Why a category is granted, or is not. */
function judge(category: Category, optIn: boolean, choice: Choice | undefined, now: number, gpc: boolean): Reason {
  if (category.key === 'necessary') return 'necessary';
  if (category.isWrong) return 'invalid';
  // Outranks a stored yes (CCPA regulations, 11 CCR 7025), and may not be answered with a question.
  if (gpc && category.gpc) return 'gpc';
  const live = choice && isLive(choice, now);
  // Where the law lets things run until objection, an objection holds for good.
  if (choice && ((live && category.asks.every((each) => choice.asked.includes(each))) || !(optIn || choice.granted)))
    return 'choice';
  return optIn ? (choice ? (live ? 'changed' : 'expired') : 'undecided') : 'regime';
}

/**
 * What is granted now, and why. The only place in the project where a grant is computed.
 *
 * @param regime `null` while it is not known yet: everything is denied, and nothing asked.
 * @param now Milliseconds since the epoch.
 * @param gpc Whether the browser sends Global Privacy Control.
 * @example deriveConsent(resolveCategories(options), resolveRegime('DE'), null, Date.now(), false).ask // true
 */
export function deriveConsent(
  categories: readonly Category[],
  regime: RegimeRules | null,
  record: ConsentRecord | null,
  now: number,
  gpc: boolean,
): Consent {
  // Without a prototype, so that a tag cannot wait for a category called `constructor` and find one.
  const granted = { __proto__: null } as unknown as Record<string, boolean>;
  const reasons: Record<string, Reason> = {};
  const due: string[] = [];
  for (const category of categories) {
    const { key } = category;
    const choice = record?.choices[key];
    const reason = (reasons[key] = judge(category, !regime || regime.model === 'opt-in', choice, now, gpc));
    granted[key] =
      reason === 'necessary' || (!!regime && (reason === 'choice' ? !!choice?.granted : reason === 'regime'));
    // Undecided, expired, changed: the reasons that an answer can change.
    if (regime && /ed$/.test(reason)) due.push(key);
  }
  return { granted, reasons, due, ask: !!due[0], gpc, regime: regime && regime.id };
}
