import { canonicalJson, type RecordEvent } from 'askfirst/records';
import { textHash } from '../chain/entry.js';
import { isAhead, isStorable, mistakeOf } from './check-event.js';

/** Why one event of a request was not stored. */
export interface Refused {
  /** Its place in the request, from 0. */
  readonly place: number;
  readonly code: 'invalid' | 'ahead' | 'conflict';
  readonly message: string;
}

/** An event that may be stored. */
export interface Accepted {
  readonly place: number;
  readonly event: RecordEvent;
  /** SHA-256 of its canonical JSON, in hex. */
  readonly hash: string;
}

const invalid = (place: number, mistake: string): Refused => ({
  place,
  code: 'invalid',
  message: `The event at place ${place} is not one: ${mistake}.`,
});

/**
 * Reads one event of a request.
 *
 * @param now Milliseconds since the epoch.
 */
export function readEvent(value: unknown, place: number, now: number): Accepted | Refused {
  const mistake = mistakeOf(value);
  if (mistake) return invalid(place, mistake);
  const event = value as RecordEvent;
  const text = canonicalJson(event) as string;
  if (!isStorable(text)) return invalid(place, 'a text of it has the character NUL, or half a character');
  if (!isAhead(event, now)) return { place, event, hash: textHash(text) };
  const message = `The event at place ${place} is from a time to come: the clock of its device is wrong.`;
  return { place, code: 'ahead', message };
}

export const conflict = (place: number): Refused => ({
  place,
  code: 'conflict',
  message: `Another event has the recordId and seq of that at place ${place}. The first one stays.`,
});
