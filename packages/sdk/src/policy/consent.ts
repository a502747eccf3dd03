import type { Regime } from '@askfirst/data';
import type { Category, Choice, Consent, ConsentRecord, Reason } from './types.js';

/** A clock that was a little fast when the choice was made is no reason to ask again. */
const CLOCK_TOLERANCE_MS = 86_400_000;

/** Whether a stored choice still answers the question this page asks. */
function judgeChoice({ asks }: Category, choice: Choice | undefined, now: number): Reason {
  if (!choice) return 'undecided';
  if (!(Date.parse(choice.until) > now && Date.parse(choice.at) < now + CLOCK_TOLERANCE_MS)) return 'expired';
  return asks.every((asked) => choice.asked.includes(asked)) ? 'choice' : 'changed';
}

function judge(category: Category, optIn: boolean, choice: Choice | undefined, now: number, gpc: boolean): [boolean, Reason] {
  if (category.key === 'necessary') return [true, 'necessary'];
  // Outranks a stored yes (CCPA regulations, 11 CCR 7025), and may not be answered with a question.
  if (gpc && category.gpc) return [false, 'gpc'];
  // Where the law lets things run until objection, an objection holds for good.
  if (!optIn && choice?.granted === false) return [false, 'choice'];
  const reason = judgeChoice(category, choice, now);
  if (reason === 'choice') return [choice?.granted === true, reason];
  return optIn ? [false, reason] : [true, 'regime'];
}

/**
 * What is granted now, and why. The only place in the project where a grant is computed.
 *
 * @param regime `null` while it is not known yet: everything is denied, and nothing asked.
 * @param now Milliseconds since the epoch.
 * @param gpc Whether the browser sends Global Privacy Control.
 */
export function deriveConsent(
  categories: readonly Category[],
  regime: Regime | null,
  record: ConsentRecord | null,
  now: number,
  gpc: boolean,
): Consent {
  const granted: Record<string, boolean> = {};
  const reasons: Record<string, Reason> = {};
  const optIn = !regime || regime.model === 'opt-in';
  let ask = false;
  for (const category of categories) {
    const { key } = category;
    const [grant, reason] = judge(category, optIn, record?.choices[key], now, gpc);
    granted[key] = grant && (!!regime || key === 'necessary');
    reasons[key] = reason;
    ask ||= !!regime && !grant && reason !== 'choice' && reason !== 'gpc';
  }
  return { granted, reasons, ask, gpc, regime: regime && regime.id } as Consent;
}
