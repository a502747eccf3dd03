import { isLive } from './choice.js';
import { isChoice } from './record.js';
import type { Choice, ConsentRecord } from './types.js';

const revisionIn = (asked: readonly string[]) => asked.find((word) => word[0] === '@');

/** Foreign, until it was looked at. */
function isSound(key: string, choice: Choice | undefined): choice is Choice {
  try {
    return !!choice && isChoice([key, choice]);
  } catch {
    return false;
  }
}

/**
 * Pages of one site may have other services in one category, and each would ask anew once the other was answered, for ever. So a
 * record keeps the choices that its last ones have replaced, and here two about one category become one. That turns no no into a
 * yes, covers no service by a yes that it was not in, and lets none hold longer.
 *
 * @param now Milliseconds since the epoch.
 */
export function joinEarlier({ earlier, ...record }: ConsentRecord, now: number): ConsentRecord {
  const join = ([key, last]: [string, Choice]): [string, Choice] => {
    const before = earlier?.[key];
    const goOn =
      isSound(key, before) &&
      isLive(before, now) &&
      isLive(last, now) &&
      (before.granted || !last.granted) &&
      // Under another revision it was another question.
      revisionIn(before.asked) === revisionIn(last.asked);
    if (!goOn || before.asked.every((each) => last.asked.includes(each))) return [key, last];
    const until = last.granted && before.until < last.until ? before.until : last.until;
    return [key, { ...last, until, asked: [...new Set([...last.asked, ...before.asked])] }];
  };
  return { ...record, choices: Object.fromEntries(Object.entries(record.choices).map(join)) };
}
