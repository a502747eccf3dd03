import type { Choice, ConsentRecord } from './types.js';

/** A time this far ahead is no clock that is fast. It was put there by other code, and must not be the newest for ever. */
const FAR_MS = 10 * 366 * 86_400_000;

/** A number that grows with each choice about one category, also if the visitor's clock went back in between. */
export function orderOf({ at, order }: Choice, now: number): number {
  const time = Number.isSafeInteger(order) ? Number(order) : Date.parse(at);
  return time > now + FAR_MS ? 0 : time;
}

const choiceIn = ({ choices }: ConsentRecord, key: string) => (Object.hasOwn(choices, key) ? choices[key] : undefined);

/** Which of two choices about one category counts: the newer; if that is not certain, the one that denies more. */
function newer(a: Choice, b: Choice, now: number): Choice {
  const [one, two] = [orderOf(a, now), orderOf(b, now)];
  const [first, last] = one > two ? [b, a] : [a, b];
  // A yes from the future comes from a wrong clock or from other code.
  if (one !== two && !(last.granted && Date.parse(last.at) > now)) return last;
  const isShorter = first.granted === last.granted ? first.until <= last.until : !first.granted;
  const least = isShorter ? first : last;
  // So that the other choice does not win once its time has come.
  const order = Math.max(one, two);
  return orderOf(least, now) < order ? { ...least, order } : least;
}

/**
 * Merges two records of one visitor, category by category. The result is `a` itself if `b` adds nothing.
 *
 * @param now Milliseconds since the epoch.
 */
export function mergeRecords(a: ConsentRecord, b: ConsentRecord, now: number): ConsentRecord {
  let merged = a;
  for (const [key, theirs] of Object.entries(b.choices)) {
    const ours = choiceIn(a, key);
    const choice = ours ? newer(ours, theirs, now) : theirs;
    if (choice === ours) continue;
    // `method`, `regime` and `locale` belong to the choice.
    merged = { ...(choice === theirs ? b : merged), choices: { ...merged.choices, [key]: choice } };
  }
  return merged;
}

/**
 * Makes each choice newer than the one that it replaces, whatever the clock said. The result is `next` itself if all are.
 *
 * @param now Milliseconds since the epoch.
 */
export function inOrder(next: ConsentRecord, before: ConsentRecord | null, now: number): ConsentRecord {
  let record = next;
  for (const [key, choice] of Object.entries(next.choices)) {
    const old = before && choiceIn(before, key);
    if (!old || old === choice || JSON.stringify(old) === JSON.stringify(choice)) continue;
    const order = orderOf(old, now) + 1;
    if (orderOf(choice, now) < order)
      record = { ...record, choices: { ...record.choices, [key]: { ...choice, order } } };
  }
  return record;
}
