import type { Choice, ConsentRecord } from './types.js';

/** A clock is not believed to be ten years fast: a time without end, put there from outside, would be newer than all. */
const FAR_MS = 10 * 366 * 86_400_000;

/** Tells which of two choices about one category is the newer: a clock may have gone back between them. */
function orderOf({ at, order }: Choice, now: number): number {
  const time = Number.isSafeInteger(order) ? Number(order) : Date.parse(at);
  return time > now + FAR_MS ? 0 : time;
}

const choiceIn = ({ choices }: ConsentRecord, key: string) => (Object.hasOwn(choices, key) ? choices[key] : undefined);

/** Which of two choices about one category holds: the newer; where that is not certain, the one that denies more. */
function newer(a: Choice, b: Choice, now: number): Choice {
  const [one, two] = [orderOf(a, now), orderOf(b, now)];
  const [first, last] = one > two ? [b, a] : [a, b];
  // A yes that says it is from the future is one of a wrong clock, or was put there.
  if (one !== two && !(last.granted && Date.parse(last.at) > now)) return last;
  const isShorter = first.granted === last.granted ? first.until <= last.until : !first.granted;
  const least = isShorter ? first : last;
  // What it was unsure against does not come up again when its time is there.
  const order = Math.max(one, two);
  return orderOf(least, now) < order ? { ...least, order } : least;
}

/**
 * What two records of one visitor say together, category by category. It is `a` itself if `b` has nothing to add.
 *
 * @param now Milliseconds since the epoch.
 */
export function mergeRecords(a: ConsentRecord, b: ConsentRecord, now: number): ConsentRecord {
  let merged = a;
  for (const [key, theirs] of Object.entries(b.choices)) {
    const ours = choiceIn(a, key);
    const choice = ours ? newer(ours, theirs, now) : theirs;
    if (choice === ours) continue;
    // Where and how the last choice was made goes with it.
    merged = { ...(choice === theirs ? b : merged), choices: { ...merged.choices, [key]: choice } };
  }
  return merged;
}

/**
 * The same record with each choice after the one that it replaces, whatever the clock said. It is `next` itself if all are.
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
