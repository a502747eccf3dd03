import { isLive } from './choice.js';
import { orderOf } from './merge-records.js';
import type { Choice } from './types.js';

/** As far as the clocks of two devices may be apart. Milliseconds. */
export const DOUBT_MS = 5 * 60_000;

const textOf = (choice: Choice) => JSON.stringify(choice, Object.keys(choice).sort());

/** Of two answers that say the same: the newer; at one time the one that denies longer. */
function ofEqual(a: Choice, b: Choice, now: number): Choice {
  const [one, two] = [orderOf(a, now), orderOf(b, now)];
  if (one !== two) return one > two ? a : b;
  if (a.until !== b.until) return a.until < b.until === a.granted ? a : b;
  return textOf(a) < textOf(b) ? a : b;
}

/** A no before a yes of which it is not certain that it came later. */
function newer(a: Choice, b: Choice, now: number, doubt: number): Choice {
  if (a.granted === b.granted) return ofEqual(a, b, now);
  const [yes, no] = a.granted ? [a, b] : [b, a];
  const [given, refused] = [orderOf(yes, now), orderOf(no, now)];
  const isSure = given > refused + doubt && Date.parse(yes.at) <= now + DOUBT_MS && isLive(yes, now);
  if (isSure) return yes;
  // So that the yes does not win once its time has come.
  return refused < given ? { ...no, order: given } : no;
}

/**
 * Joins the answers of one person about one category, given on two devices, service by service. The newer counts. A yes counts against
 * a no only if it is certain that it is newer: not from the future, not expired. It stays about what it was about.
 *
 * @param now Milliseconds since the epoch.
 * @param doubt A yes that is newer by no more than this many milliseconds may be the older one.
 */
export function joinChoices(a: Choice, b: Choice, now: number, doubt = DOUBT_MS): Choice {
  const { services: ofA = {}, ...wholeA } = a;
  const { services: ofB = {}, ...wholeB } = b;
  const each = [...new Set([...Object.keys(ofA), ...Object.keys(ofB)])].map(
    (key) => [key, newer(ofA[key] ?? wholeA, ofB[key] ?? wholeB, now, doubt)] as const,
  );
  let whole = newer(wholeA, wholeB, now, doubt);
  // A yes to a category is one to each of its services.
  const refused = each.find(([, { granted }]) => !granted)?.[1];
  if (whole.granted && refused) whole = refused;
  const others = each.filter(([, { granted }]) => granted !== whole.granted);
  return others[0] ? { ...whole, services: Object.fromEntries(others) } : whole;
}
