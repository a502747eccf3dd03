import { isoTime } from '../policy/iso-time.js';

/** One answer about one purpose, with what proves it. */
export interface FormAnswer {
  readonly granted: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The exact text beside the checkbox; `null` if code withdrew the consent. */
  readonly label: string | null;
  /** BCP 47 language of the page. */
  readonly locale: string | null;
  /** Version of the privacy policy that was in force. */
  readonly policy: string | null;
  readonly method: 'form' | 'toggle' | 'api';
}

/** Every answer about one purpose, oldest first. */
export interface FormRecord {
  readonly v: 1;
  /** Random, made with the first answer. */
  readonly id: string;
  readonly purpose: string;
  readonly answers: readonly FormAnswer[];
}

/** What a form sends to the owner's server: the answer, with the id and purpose of its record. */
export type FormProof = Omit<FormRecord, 'answers'> & FormAnswer;

export const PURPOSE = /^[a-z][\w.-]{0,63}$/i;

const MAX_ANSWERS = 20;
const MAX_LENGTH = 65_536;

/** The newest answers that fit into what is parsed again: a label may be a whole page of terms. */
const newest = (answers: readonly FormAnswer[]): readonly FormAnswer[] => {
  const kept = answers.slice(-MAX_ANSWERS);
  return kept[1] && JSON.stringify(kept).length > MAX_LENGTH - 1000 ? newest(kept.slice(1)) : kept;
};

const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);

const isAnswer = ({ granted, at, label, locale, policy, method }: FormAnswer) =>
  typeof granted === 'boolean' && isoTime(at) > 0 && [label, locale, policy].every(isTextOrNull) && isText(method);

/**
 * Reads a record, as text or as an object. Anything but a sound record is `null` and counts as no answer.
 *
 * @example parseFormRecord(localStorage.getItem('askfirst.form.updates'), 'updates')?.answers.at(-1)?.granted
 */
export function parseFormRecord(stored: unknown, purpose: string): FormRecord | null {
  try {
    const record: FormRecord = isText(stored)
      ? (stored as string).length < MAX_LENGTH && JSON.parse(stored as string)
      : stored;
    const { v, id, answers } = record;
    if (v === 1 && isText(id) && record.purpose === purpose && answers[0] && answers.every(isAnswer)) return record;
  } catch {}
  return null;
}

/**
 * 128 random bits, which say nothing about the visitor. `randomUUID` would need a secure context:
 * https://w3c.github.io/webcrypto/#Crypto-method-randomUUID
 */
const newId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** The record with one more answer. */
export const withAnswer = (record: FormRecord | null, purpose: string, answer: FormAnswer): FormRecord => ({
  v: 1,
  id: record?.id ?? newId(),
  purpose,
  answers: newest([...(record?.answers ?? []), answer]),
});

/** Joins the stored answers with those that were given before the store was read. */
export const joined = (stored: FormRecord | null, here: FormRecord | null): FormRecord | null =>
  stored && here ? { ...stored, answers: newest([...stored.answers, ...here.answers]) } : (here ?? stored);

/** The newest answer, with the id and purpose of its record. */
export function proofOf({ answers, ...record }: FormRecord): FormProof {
  return { ...record, ...(answers.at(-1) as FormAnswer) };
}
