/** The file of the script build with what `askfirst/forms` exports. */
export * from '../entries/forms.js';
