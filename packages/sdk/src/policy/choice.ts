import type { RegimeRules } from '@askfirst/data';
import type { Category, Choice } from './types.js';

const DAY_MS = 86_400_000;

/** Whether a choice has not expired. One from the future counts up to a day: the clock may have been fast when it was made. */
export const isLive = (choice: Choice, now: number): boolean =>
  Date.parse(choice.until) > now && Date.parse(choice.at) < now + DAY_MS;

/** A visitor's answer about one category, made now, with the end that the regime sets. */
export function makeChoice({ covers }: Category, granted: boolean, now: number, regime: RegimeRules): Choice {
  const days = granted ? regime.grantMaxAgeDays : regime.refusalCooldownDays;
  return {
    granted,
    at: new Date(now).toISOString(),
    until: new Date(now + days * DAY_MS).toISOString(),
    asked: [...covers],
  };
}
