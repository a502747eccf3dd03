import type { Options } from './types.js';

/** Tells options that were checked from others. Short, not secret: 32 bits of the usual string hash. */
export function fingerprint(options: Options): string {
  let hash = 0;
  for (const letter of JSON.stringify(options)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return hash.toString(36);
}
