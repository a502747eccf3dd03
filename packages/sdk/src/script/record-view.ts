/** The file of the script build with what `askfirst/record-view` exports. */
export * from '../entries/record-view.js';
