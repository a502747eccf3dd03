import { fingerprint } from './fingerprint.js';
import type { ConsentRecord } from './types.js';

/** A fingerprint that shows that a page of this site wrote the record as it is. */
export const sealOf = (record: ConsentRecord, site: string): number =>
  fingerprint([site, { ...record, seal: undefined }]);

/** A record with its seal. One without a valid seal is checked field by field, in the rules' chunk. */
export const sealed = (record: ConsentRecord, site: string): ConsentRecord => ({
  ...record,
  seal: sealOf(record, site),
});
