/** The log of answers for the owner's server, and the data in the visitor's browser: show, export and erase. */
export { canonicalJson } from '../records/canonical-json.js';
export { hashOf } from '../records/hash.js';
export { type HistoryEntry, recordHistory } from '../records/history.js';
export { consentRecordJsonLd, type RecordFacts } from '../records/json-ld.js';
export { eraseLocalData, exportLocalData, type LocalData } from '../records/local-data.js';
export type { Control, EventKind, RecordEvent } from '../records/record-event.js';
export type { RecordLog, RecordSource, RecordsOptions } from '../records/record-log.js';
export { sendRecords } from '../records/send-records.js';
export { shownTexts, textsHash } from '../records/shown.js';
export { optionsHash } from '../records/site-facts.js';
