/** The file of the script build with what `askfirst/acceptance` exports. */
export * from '../entries/acceptance.js';
