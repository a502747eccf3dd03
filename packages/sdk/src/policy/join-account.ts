import { DOUBT_MS, joinChoices } from './join-choices.js';
import { orderOf } from './merge-records.js';
import type { Choice } from './types.js';

export type Choices = Readonly<Record<string, Choice>>;

const said = ({ granted, at, services = {} }: Choice): unknown => [
  granted,
  at,
  // Databases keep keys in an order of their own.
  Object.entries(services)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, each]) => [key, said(each)]),
];
/** Whether two choices are one answer. What a page notes about it may differ. */
export const isSame = (a: Choice, b: Choice | undefined): boolean =>
  !!b && JSON.stringify(said(a)) === JSON.stringify(said(b));

const choiceIn = (choices: Choices, key: string) => (Object.hasOwn(choices, key) ? choices[key] : undefined);

/** An answer that was given knowing another one is the newer, whatever the clock said. */
function after(choice: Choice, before: Choice, now: number): Choice {
  const order = Math.max(...[before, ...Object.values(before.services ?? {})].map((each) => orderOf(each, now))) + 1;
  const raise = (each: Choice, known: Choice) =>
    orderOf(each, now) < order && !isSame(each, known) ? { ...each, order } : each;
  const services = Object.entries(choice.services ?? {}).map(
    ([key, each]) => [key, raise(each, before.services?.[key] ?? before)] as const,
  );
  return { ...raise(choice, before), ...(services[0] && { services: Object.fromEntries(services) }) };
}

/** What is known of the two devices' answers, and when that is. */
export interface Sides {
  /** The answers in this browser. */
  readonly own: Choices;
  /** The answers of the account. */
  readonly account: Choices;
  /** What the two agreed on last, if they did: who answered since then did so knowing that. */
  readonly known?: Choices;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Joins the answers in a browser with those of the account that is signed in there. For each category and service the newer answer
 * counts, a refusal never loses to an older yes, and if it is not certain which is newer, the one that denies counts.
 *
 * @example joinAccount({ own: consent.record()?.choices ?? {}, account: stored.choices, now: Date.now() })
 */
export function joinAccount({ own, account, known = {}, now }: Sides): Record<string, Choice> {
  const join = (key: string): Choice => {
    const [mine, theirs, before] = [own, account, known].map((choices) => choiceIn(choices, key));
    if (!mine || !theirs || isSame(mine, theirs)) return (theirs ?? mine) as Choice;
    const isOld = isSame(mine, before);
    const given = before && !isOld ? after(mine, before, now) : mine;
    return joinChoices(given, theirs, now, isOld || isSame(theirs, before) ? 0 : DOUBT_MS);
  };
  const keys = new Set([...Object.keys(own), ...Object.keys(account)]);
  return Object.fromEntries([...keys].map((key) => [key, join(key)]));
}

/**
 * The answers of a browser whose clock is wrong, by the clock of the account's server: its refusals are the newest, its consents the
 * oldest there can be.
 *
 * @param now Milliseconds since the epoch, by this browser.
 * @param right The same moment by the server.
 */
export function byClock(choices: Choices, now: number, right: number): Choices {
  if (Math.abs(now - right) <= DOUBT_MS) return choices;
  const placed = (all: Choices): Record<string, Choice> =>
    Object.fromEntries(
      Object.entries(all).map(([key, { services, ...choice }]) => [
        key,
        { ...choice, order: choice.granted ? 0 : right, ...(services && { services: placed(services) }) },
      ]),
    );
  return placed(choices);
}
