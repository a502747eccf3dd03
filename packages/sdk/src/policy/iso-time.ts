const ISO = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Milliseconds since the epoch of an ISO 8601 day or time; `NaN` for anything else. `Date.parse` alone takes "hello 1", and in
 * some browsers 30 February.
 */
export function isoTime(text: unknown): number {
  const day = typeof text === 'string' ? ISO.exec(text)?.[1] : undefined;
  const isDay = day && new Date(`${day}T00:00Z`).toJSON()?.startsWith(day);
  return isDay ? Date.parse(text as string) : Number.NaN;
}
