/** The log that a controller keeps as proof, and the data in the visitor's browser: export and erase. */
export { eraseLocalData, exportLocalData, type LocalData } from '../records/local-data.js';
export type { RecordEvent } from '../records/record-event.js';
export { type RecordLog, type RecordSource, type RecordsOptions, sendRecords } from '../records/send-records.js';
