const PATTERN = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/**
 * Adds a duration to a time, in calendar units, UTC. If the month lacks the day, the result is its last day.
 *
 * @param from Milliseconds since the epoch.
 * @param duration ISO 8601, in years, months, weeks and days: `P30D`, `P1Y6M`.
 * @returns Milliseconds since the epoch, `NaN` if the duration is invalid.
 */
export function addDuration(from: number, duration: string): number {
  const match = PATTERN.exec(duration);
  if (!match) return Number.NaN;
  const [years, months, weeks, days] = match.slice(1).map((count) => Number(count ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + years * 12 + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  date.setUTCDate(date.getUTCDate() + weeks * 7 + days);
  return date.getTime();
}
