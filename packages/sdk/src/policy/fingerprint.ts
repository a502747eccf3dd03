import { asText } from './as-text.js';

/** Tells a value from others: options that were checked, a record that was written. Short, not secret. */
export const fingerprint = (value: unknown): number =>
  [...asText(value)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0);
