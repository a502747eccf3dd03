const DAY = 86_400_000;

/** A month in UTC: it begins with `start` and ends before `end`, both in milliseconds since the epoch. */
export interface Month {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** `Date.UTC` takes years before 100 for those of the twentieth century. */
const MONTH = /^([1-9]\d{3})-(0[1-9]|1[0-2])$/;

/** @returns `null` if the text is no month such as `2026-11`, from the year 1000 to 9999. */
export function parseMonth(text: string): Month | null {
  const [, year, month] = MONTH.exec(text) ?? [];
  if (!year || !month) return null;
  return { name: text, start: Date.UTC(+year, +month - 1), end: Date.UTC(+year, +month) };
}

/** The month of a time in milliseconds since the epoch. */
export const monthOf = (time: number): Month => parseMonth(new Date(time).toISOString().slice(0, 7)) as Month;

/**
 * Where the counted part of a month ends, in milliseconds since the epoch. The current day is left out: its numbers change with every
 * visitor, so that two looks at them would show what one visitor chose.
 */
export const countedUntil = ({ start, end }: Month, now: number): number =>
  Math.max(start, Math.min(end, Math.floor(now / DAY) * DAY));

/** All months from that of one time to that of another, oldest first. */
export function monthsBetween(first: number, last: number): string[] {
  const names = [];
  for (let month = monthOf(first); month.start <= last; month = monthOf(month.end)) names.push(month.name);
  return names;
}

/** The days of a month, `2026-11-01` first. */
export const daysOf = ({ start, end }: Month): string[] =>
  Array.from({ length: (end - start) / DAY }, (_, day) => new Date(start + day * DAY).toISOString().slice(0, 10));
