/** The file of the script build with what `askfirst/records` exports. */
export * from '../entries/records.js';
