const DAY = 86_400_000;
/** What is later has no place in a database. */
const LATEST = Date.UTC(9999, 11, 31);

/**
 * When records go for good: the site's retention after the erasure was asked for, or later if the event says so. Never earlier, because
 * anybody who has the record's id can send such an event, and the owner's proof would be gone at once.
 *
 * @param askedAt Milliseconds since the epoch.
 * @param retentionDays Days for which the site keeps the records of a deleted account.
 * @param keepUntil ISO 8601, UTC. A time that there is not, such as the 40th of May, counts for nothing.
 * @returns Milliseconds since the epoch.
 */
export const dueDate = (askedAt: number, retentionDays: number, keepUntil?: string): number =>
  Math.min(LATEST, Math.max(askedAt + retentionDays * DAY, Date.parse(keepUntil ?? '') || 0));
