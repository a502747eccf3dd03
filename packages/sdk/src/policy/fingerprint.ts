import type { Options } from './types.js';

/** Tells options that were checked from others. Short, not secret. */
export const fingerprint = (options: Options): number =>
  [...JSON.stringify(options)].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) | 0, 0);
