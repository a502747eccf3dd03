/** The list of the visitor's answers in this browser, to look at, to copy and to download. */
export { type RecordViewOptions, showRecords } from '../records/view.js';
export type { RecordWords } from '../records/view-words.js';
