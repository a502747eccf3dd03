import { isoTime } from '../policy/iso-time.js';

/** That a person accepted a version of the policy. */
export interface Acceptance {
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** BCP 47 language of the dialog; `null` if it was accepted elsewhere. */
  readonly locale: string | null;
}

/** What one subject has accepted, oldest first. */
export interface AcceptanceRecord {
  readonly v: 1;
  readonly accepted: readonly Acceptance[];
}

/** Limits: 20 accounts and 20 versions each, newest kept; longer text is not parsed. */
const MAX_SUBJECTS = 20;
const MAX_ACCEPTED = 20;
const MAX_LENGTH = 65_536;

const isText = (value: unknown) => typeof value === 'string';

const isAcceptance = ({ version, at, locale }: Acceptance) =>
  isText(version) && isoTime(at) > 0 && (locale === null || isText(locale));

const parsed = (stored: unknown): unknown =>
  typeof stored === 'string' ? stored.length < MAX_LENGTH && JSON.parse(stored) : stored;

/** Reads a record, as text or as an object. Anything but a sound record is `null` and counts as nothing accepted. */
export function parseAcceptance(stored: unknown): AcceptanceRecord | null {
  try {
    const record = parsed(stored) as AcceptanceRecord;
    if (record.v === 1 && record.accepted[0] && record.accepted.every(isAcceptance)) return record;
  } catch {}
  return null;
}

export const withAcceptance = (record: AcceptanceRecord | null, acceptance: Acceptance): AcceptanceRecord => ({
  v: 1,
  accepted: [...(record?.accepted ?? []), acceptance].slice(-MAX_ACCEPTED),
});

/** Reads the records of all accounts in one browser, by a short hash of their id. */
export function readSubjects(text: string | null): Map<string, AcceptanceRecord> {
  const subjects = new Map<string, AcceptanceRecord>();
  try {
    const stored = parsed(text) as { v: number; subjects: [string, unknown][] };
    if (stored.v === 1)
      for (const [key, value] of stored.subjects) {
        const record = parseAcceptance(value);
        if (isText(key) && record) subjects.set(key, record);
      }
  } catch {
    // Other code has written this: no part of it counts.
    subjects.clear();
  }
  return subjects;
}

/** Adds a record. If there are too many, the account whose record is oldest is dropped. */
export function writeSubjects(text: string | null, key: string, record: AcceptanceRecord): string {
  const subjects = readSubjects(text);
  subjects.delete(key);
  return JSON.stringify({ v: 1, subjects: [...subjects, [key, record]].slice(-MAX_SUBJECTS) });
}
