import { fingerprint } from './fingerprint.js';
import type { ConsentRecord } from './types.js';

/** A record with a seal: the head stub, which has no room for all that a sound record is, looks at no other. */
export const sealed = (record: ConsentRecord, site: string): ConsentRecord => ({
  ...record,
  seal: fingerprint([site, { ...record, seal: undefined }]),
});
