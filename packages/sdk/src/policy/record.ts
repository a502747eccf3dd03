import type { Choice, ConsentRecord } from './types.js';

/** Key of the record in `localStorage`. Part of the contract: visitors' browsers keep it for months. */
export const STORAGE_KEY = 'askfirst';

/** Longer text is not parsed. No record is that long. */
export const MAX_LENGTH = 2e4;

/** Category keys. No leading underscore, so not `__proto__`. The flag `i` would take 0.1 ms of each start. */
export const CATEGORY_KEY = /^[a-zA-Z][\w-]*$/;

const isText = (value: unknown) => typeof value === 'string';
/** `toISOString` gives this form. `Date.parse` also accepts others, which differ between engines. */
const isTime = (value: string) => value[4] === '-' && new Date(value).toISOString() === value;

/** May throw for a value that is not a choice. */
export const isChoice = ([key, { granted, at, until, asked, services = {} }]: [string, Choice]): boolean =>
  CATEGORY_KEY.test(key) &&
  granted === !!granted &&
  [at, until].every(isTime) &&
  at <= until &&
  asked.every(isText) &&
  // Under the key of the category and the id of the service, which may have full stops in it.
  // A yes to a category is one to each of its services.
  Object.entries(services).every(
    ([id, each]) => isChoice([id.replace(/\./g, '_'), each]) && (each.granted || !granted),
  );

/** Whether a record has exactly the form in docs/contracts.md. */
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

/** Parses a stored text, without checking the fields. */
export function unpack(text: string | null): ConsentRecord | null | undefined {
  try {
    // A first visit has no text. Tested, because `text.length` would throw, which takes a millisecond.
    return text && text.length <= MAX_LENGTH ? JSON.parse(text) : null;
  } catch {}
}

/**
 * Reads a stored record. Anything but a sound record is `null` and counts as undecided. Never throws.
 *
 * @example parseRecord(localStorage.getItem('askfirst'))?.choices.analytics?.granted
 */
export function parseRecord(text: string | null): ConsentRecord | null {
  const record = unpack(text);
  return record && isSound(record) ? record : null;
}
