/** The log that a controller keeps as proof, and the visitor's copy: to take away, or to remove. */
export { eraseHeld, exportHeld, type Held } from '../records/held.js';
export { keepRecords, type RecordLog, type RecordSource, type RecordsOptions } from '../records/keep-records.js';
export type { RecordEvent } from '../records/record-event.js';
