/** The log that a controller keeps of its visitors' answers, and the data in the visitor's browser: export and erase. */

export { canonicalJson } from '../records/canonical-json.js';
export { hashOf } from '../records/hash.js';
export { eraseLocalData, exportLocalData, type LocalData } from '../records/local-data.js';
export type { Control, EventKind, RecordEvent } from '../records/record-event.js';
export { type RecordLog, type RecordSource, type RecordsOptions, sendRecords } from '../records/send-records.js';
