import type { RecordEvent } from 'askfirst/records';
import type { Context, Site } from '../http/context.js';
import { dueDate } from './due-date.js';
import { requestErasure } from './request-erasure.js';

/** An event that is stored, and whose it is. */
interface Stored {
  readonly record: string;
  /** The account, only where a token of the site's owner vouched for it. */
  readonly subject: string | null;
  readonly event: RecordEvent;
}

/**
 * Notes the erasures that events ask for: of all records of an account that is vouched for, else of the one browser. Also if the event was
 * known already, as the service may have ended before this.
 *
 * @param now Milliseconds since the epoch.
 */
export async function eraseAsAsked(
  { database, clock }: Context,
  { id, retentionDays }: Site,
  events: readonly Stored[],
  now: number,
): Promise<void> {
  for (const { record, subject, event } of events) {
    if (event.keepUntil === undefined) continue;
    const due = dueDate(now, retentionDays, event.keepUntil);
    await requestErasure(database, id, subject === null ? { record } : { subject }, clock(), due);
  }
}
