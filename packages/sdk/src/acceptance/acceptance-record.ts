import { isoTime } from '../policy/iso-time.js';

/** That somebody accepted a version of the policy. */
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

/** The newest are kept, and so is the longest text that is read. */
const MAX_SUBJECTS = 20;
const MAX_ACCEPTED = 20;
const MAX_LENGTH = 65_536;

const isText = (value: unknown) => typeof value === 'string';

const isAcceptance = ({ version, at, locale }: Acceptance) =>
  isText(version) && isoTime(at) > 0 && (locale === null || isText(locale));

const parsed = (stored: unknown): unknown =>
  typeof stored === 'string' ? stored.length < MAX_LENGTH && JSON.parse(stored) : stored;

/** Reads a record, as text or as an object. Whatever is not exactly one of ours counts as nothing accepted. */
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

/** What lies in one browser: the records of those who have signed in there, by a short hash of their id. */
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
    // Foreign: nothing of it counts, not even a part.
    subjects.clear();
  }
  return subjects;
}

/** The same with one record more; who was here longest ago goes first. */
export function writeSubjects(text: string | null, key: string, record: AcceptanceRecord): string {
  const subjects = readSubjects(text);
  subjects.delete(key);
  return JSON.stringify({ v: 1, subjects: [...subjects, [key, record]].slice(-MAX_SUBJECTS) });
}
