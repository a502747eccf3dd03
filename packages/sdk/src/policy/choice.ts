import type { RegimeRules } from '@askfirst/data';
import type { Category, Choice } from './types.js';

const DAY_MS = 86_400_000;

/** A clock that was a little fast when the choice was made is no reason to ask again. */
export const isLive = (choice: Choice, now: number): boolean =>
  Date.parse(choice.until) > now && Date.parse(choice.at) < now + DAY_MS;

/** One visitor's answer about one category, made now, for as long as the law's regime let it hold. */
export function makeChoice({ covers }: Category, granted: boolean, now: number, regime: RegimeRules): Choice {
  const days = granted ? regime.grantMaxAgeDays : regime.refusalCooldownDays;
  return {
    granted,
    at: new Date(now).toISOString(),
    until: new Date(now + days * DAY_MS).toISOString(),
    asked: [...covers],
  };
}
