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
  // Without a prototype, so that a category called `constructor` is not found.
  const granted = { __proto__: null } as unknown as Record<string, boolean>;
  const due: string[] = [];
  const reasons: Record<string, Reason> = {};
  for (const category of categories) {
    const key = category.key;
    // Of a single service: its own, if it is another than that of its category.
    let choice = record?.choices[category.within ?? key];
    choice = choice?.services?.[key] ?? choice;
    const live = choice && isLive(choice, now);
    // `inform`, `exempt`, `run-until-objection`. Any other value asks, also one that a category key finds on a prototype.
    const runs = /^[ier]/.test((regime?.rules[key] ?? regime?.rules.others) as string);
    let reason: Reason;
    if (category.isInvalid) reason = 'invalid';
    else if (key === 'necessary') reason = key;
    // Outranks a stored yes, and a site may not answer it with a question (CCPA regulations, 11 CCR 7025):
    // https://www.law.cornell.edu/regulations/california/11-CCR-7025
    else if (gpc && category.gpc) reason = 'gpc';
    // Where the law lets things run until an objection, an objection does not expire.
    else if (
      choice &&
      ((live && category.covers.every((each) => choice.asked.includes(each))) || (runs && !choice.granted))
    )
      reason = 'choice';
    else if (runs) reason = 'regime';
    else reason = choice ? (live ? 'changed' : 'expired') : 'undecided';
    reasons[key] = reason;
    // `necessary`, `regime`.
    granted[key] = reason === 'choice' ? !!regime && (choice as Choice).granted : /^[nr]e/.test(reason);
    // `undecided`, `expired`, `changed`: the visitor can change these by an answer.
    if (regime && /ed$/.test(reason)) due.push(key);
  }
  return { granted, reasons, due, ask: !!due[0], gpc, regime: regime && regime.id };
}
