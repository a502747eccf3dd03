import { asText } from './as-text.js';

/** A short hash that shows whether options or a record have changed. It protects from mistakes, not from attacks. */
export const fingerprint = (value: unknown): number =>
  [...asText(value)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0);
