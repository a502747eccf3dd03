import { fingerprint } from './fingerprint.js';
import type { ConsentRecord } from './types.js';

/** Tells that a record is just as one of this site's pages has made it. */
export const sealOf = (record: ConsentRecord, site: string): number =>
  fingerprint([site, { ...record, seal: undefined }]);

/** A record with its seal. What has none is looked at more closely, which takes the rules' chunk. */
export const sealed = (record: ConsentRecord, site: string): ConsentRecord => ({
  ...record,
  seal: sealOf(record, site),
});
