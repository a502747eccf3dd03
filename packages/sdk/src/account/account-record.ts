import { type Choices, isSame } from '../policy/join-account.js';
import { parseRecord } from '../policy/record.js';
import type { Choice, Consent, ConsentRecord } from '../policy/types.js';
import type { Kept } from './kept.js';

/** Reads what the owner's server has, as text or as an object. Anything but a sound record counts as no answer. */
export const readAccount = (loaded: unknown): ConsentRecord | null =>
  parseRecord(typeof loaded === 'string' ? loaded : JSON.stringify(loaded ?? null));

const entries = (choices: Choices = {}) => Object.entries(choices);
const pick = (choices: Choices, is: (key: string, choice: Choice) => boolean): Record<string, Choice> =>
  Object.fromEntries(entries(choices).filter(([key, choice]) => is(key, choice)));

/** Those that are one answer in both. */
export const agreed = (a: Choices, b: Choices): Choices => pick(a, (key, choice) => isSame(choice, b[key]));

const answer = (choice: Choice | undefined) =>
  choice && [
    choice.granted,
    ...entries(choice.services)
      .map(([key, { granted }]) => [key, granted].join())
      .sort(),
  ];

/** Whether something else is allowed or refused. */
export const saysOther = (a: Choices = {}, b: Choices): boolean =>
  entries(b).some(([key, choice]) => JSON.stringify(answer(a[key])) !== JSON.stringify(answer(choice)));

/** Whether anything at all is another. */
export const isOther = (a: Choices = {}, b: Choices): boolean =>
  entries(b).some(([key, choice]) => JSON.stringify(a[key]) !== JSON.stringify(choice));

/**
 * What this browser brings to the account. Where it sends Global Privacy Control it brings no yes to what that keeps off, and in the
 * United States a no to what the account allows: there the signal of a known consumer counts for the consumer, not for one browser only
 * (CCPA regulations, 11 CCR 7025(c)(1)): https://www.law.cornell.edu/regulations/california/11-CCR-7025
 */
export function offered(own: Choices, account: Choices, { reasons, regime }: Consent, now: number): Choices {
  const isOff = (key: string) => reasons[key as 'necessary'] === 'gpc';
  const kept = pick(own, (key, { granted }) => !granted || !isOff(key));
  if (!regime?.startsWith('us-')) return kept;
  const objected = pick(account, (key, { granted, until }) => isOff(key) && granted && Date.parse(until) > now);
  const refuse = ({ until, asked }: Choice) => ({ granted: false, at: new Date(now).toISOString(), until, asked });
  return { ...kept, ...Object.fromEntries(entries(objected).map(([key, choice]) => [key, refuse(choice)])) };
}

/**
 * What was known when the answers of a browser were given. With a cookie for subdomains an answer from before may have come back at a
 * sign-out on a sibling, which was given knowing nothing.
 */
export const knownTo = (mine: Choices, known: Choices): Choices =>
  pick(known, (key, { at }) => (mine[key]?.at ?? at) >= at);

/** What is refused as a whole, as an answer. */
export const refusals = (choices: Choices): Record<string, boolean> =>
  Object.fromEntries(entries(pick(choices, (_, { granted }) => !granted)).map(([key]) => [key, false]));

/** What was refused in this browser while the account was signed in, and not allowed again. */
export function refusedHere(mine: Choices, { own, refused, known }: Kept): Choices {
  const given = pick(mine, (key, choice) => !isSame(choice, known[key]) && !isSame(choice, own?.choices[key]));
  return {
    ...pick(refused, (key) => !given[key]),
    ...pick(given, (_, { granted }) => !granted),
  };
}

/** The browser's own answer, as it comes back when the account is signed out: a no that was given here stays. */
export function ownAnswer({ own, refused }: Kept): Record<string, Choice> {
  const before = own?.choices ?? {};
  const without = (key: string, { services, ...no }: Choice): Choice => {
    const allowed = pick(services ?? {}, (id) => !!(before[key]?.services?.[id] ?? before[key])?.granted);
    return entries(allowed)[0] ? { ...no, services: allowed } : no;
  };
  return { ...before, ...Object.fromEntries(entries(refused).map(([key, no]) => [key, without(key, no)])) };
}
