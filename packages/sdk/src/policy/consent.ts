import type { RegimeRules } from '@askfirst/data';
import { isLive } from './choice.js';
import type { Category, Choice, Consent, ConsentRecord, Reason } from './types.js';

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
  const due: string[] = [];
  const reasons: Record<string, Reason> = {};
  for (const category of categories) {
    const { key } = category;
    const choice = record?.choices[key];
    const live = choice && isLive(choice, now);
    // Inform, exempt, run until objection. Whatever else is found there under the name of a category asks.
    const runs = /^[ier]/.test((regime?.rules[key] ?? regime?.rules.others) as string);
    let reason: Reason;
    if (category.isInvalid) reason = 'invalid';
    else if (key === 'necessary') reason = key;
    // Outranks a stored yes (CCPA regulations, 11 CCR 7025), and may not be answered with a question.
    else if (gpc && category.gpc) reason = 'gpc';
    // Where the law lets things run until objection, an objection holds for good.
    else if (
      choice &&
      ((live && category.covers.every((each) => choice.asked.includes(each))) || (runs && !choice.granted))
    )
      reason = 'choice';
    else if (runs) reason = 'regime';
    else reason = choice ? (live ? 'changed' : 'expired') : 'undecided';
    reasons[key] = reason;
    // Necessary, regime.
    granted[key] = reason === 'choice' ? !!regime && (choice as Choice).granted : /^[nr]e/.test(reason);
    // Undecided, expired, changed: the reasons that an answer can change.
    if (regime && /ed$/.test(reason)) due.push(key);
  }
  return { granted, reasons, due, ask: !!due[0], gpc, regime: regime && regime.id };
}
