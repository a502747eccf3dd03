import { covers, isLive } from './choice.js';
import { isChoice } from './record.js';
import type { Category, Choice, ConsentRecord } from './types.js';

const revisionIn = (asked: readonly string[]) => asked.find((word) => word[0] === '@');

/**
 * Pages of one site may have other services in one category; each would ask anew when the other was answered, for ever. So the
 * record keeps what an answer is about to replace, and here both become one: it turns no no into a yes, covers no service by
 * a yes that it was not in, and lets none hold longer.
 *
 * @param now Milliseconds since the epoch.
 */
export function joinEarlier(record: ConsentRecord, categories: readonly Category[], now: number): ConsentRecord {
  const choices: Record<string, Choice> = { ...record.choices };
  const earlier: Record<string, Choice> = {};
  for (const { key, asks } of categories) {
    const before = record.earlier?.[key];
    let last = Object.hasOwn(choices, key) ? choices[key] : undefined;
    if (!last || covers(last, asks)) {
      if (last && before) earlier[key] = before;
      continue;
    }
    if (before && isSound(key, before) && goesWith(before, last, now)) {
      const until = last.granted && before.until < last.until ? before.until : last.until;
      last = choices[key] = { ...last, until, asked: [...new Set([...last.asked, ...before.asked])] };
    }
    if (!covers(last, asks)) earlier[key] = last;
  }
  return { ...record, choices, earlier: Object.keys(earlier)[0] ? earlier : undefined };
}

function isSound(key: string, choice: Choice): boolean {
  try {
    return isChoice([key, choice]);
  } catch {
    return false;
  }
}

const goesWith = (before: Choice, last: Choice, now: number) =>
  isLive(before, now) &&
  isLive(last, now) &&
  (before.granted || !last.granted) &&
  // Under another revision it was another question.
  revisionIn(before.asked) === revisionIn(last.asked);
