/** The file of the script build with what `askfirst/headless` exports. */
export * from '../entries/headless.js';
