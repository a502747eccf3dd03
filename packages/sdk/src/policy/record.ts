import type { Choice, ConsentRecord } from './types.js';

/** Where the record lies. Part of the contract: other people's browsers hold it for months. */
export const STORAGE_KEY = 'askfirst';

/** Larger than any honest record; a page full of foreign data is not parsed. */
export const MAX_LENGTH = 8192;

/** Category keys. A leading underscore is out, and `__proto__` with it. No flag `i`: it alone takes 0.1 ms of each start. */
export const CATEGORY_KEY = /^[a-zA-Z][\w-]*$/;

const isText = (value: unknown) => typeof value === 'string';
/** As it is written. `Date.parse` takes much else, and each engine something of its own. */
const isTime = (value: string) => value[4] === '-' && new Date(value).toISOString() === value;

/** Throws for some of what is none. */
export const isChoice = ([key, { granted, at, until, asked }]: [string, Choice]) =>
  CATEGORY_KEY.test(key) && granted === !!granted && [at, until].every(isTime) && at <= until && asked.every(isText);

/** Whether it is exactly as docs/contracts.md says, whoever wrote it. */
export function isSound(record: ConsentRecord): boolean {
  try {
    const { id, checked, choices } = record;
    const made = Object.entries(choices);
    return (
      record.v === 1 &&
      [id, record.method, record.regime, record.policy ?? id, record.locale ?? id, record.site ?? id].every(isText) &&
      typeof (checked ?? 0) === 'number' &&
      !!made[0] &&
      made.every(isChoice)
    );
  } catch {
    return false;
  }
}

/** What a stored text holds, if it may be a record. Nothing is known of its fields yet. */
export function unpack(text: string | null): ConsentRecord | null | undefined {
  try {
    // The usual case on a first visit is no exception: those cost a millisecond each.
    return text && text.length <= MAX_LENGTH ? JSON.parse(text) : null;
  } catch {}
}

/**
 * Reads a stored record. Whatever is not exactly one of ours counts as undecided and is never thrown at anybody.
 *
 * @example parseRecord(localStorage.getItem('askfirst'))?.choices.analytics?.granted
 */
export function parseRecord(text: string | null): ConsentRecord | null {
  const record = unpack(text);
  return record && isSound(record) ? record : null;
}
