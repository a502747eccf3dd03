import { isLive } from './choice.js';
import { isChoice } from './record.js';
import type { Choice, ConsentRecord } from './types.js';

const revisionIn = (asked: readonly string[]) => asked.find((word) => word[0] === '@');

/** `earlier` was not checked when the record was read. */
function isSound(key: string, choice: Choice | undefined): choice is Choice {
  try {
    return !!choice && isChoice([key, choice]);
  } catch {
    return false;
  }
}

/**
 * Two pages of one site may declare different services in one category. Each would ask again after the answer on the other, for ever.
 * So a record keeps the choice before the last one, and this joins the two. The result never turns a no into a yes, never extends a
 * yes to a service that neither choice was about, and never lasts longer.
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
      // Another revision was another question.
      revisionIn(before.asked) === revisionIn(last.asked);
    if (!goOn || before.asked.every((each) => last.asked.includes(each))) return [key, last];
    const until = last.granted && before.until < last.until ? before.until : last.until;
    return [key, { ...last, until, asked: [...new Set([...last.asked, ...before.asked])] }];
  };
  return { ...record, choices: Object.fromEntries(Object.entries(record.choices).map(join)) };
}
