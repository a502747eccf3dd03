import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** Writes a file part by part, so that a long one need not be in memory at once. @returns Its bytes and their hash. */
export function writeParts(path: string, parts: Iterable<string | Uint8Array>): { size: number; sha256: string } {
  const file = openSync(path, 'w');
  const hash = createHash('sha256');
  let size = 0;
  try {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      hash.update(bytes);
      size += bytes.length;
    }
  } finally {
    closeSync(file);
  }
  return { size, sha256: hash.digest('hex') };
}
