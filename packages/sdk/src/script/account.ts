/** The file of the script build with what `askfirst/account` exports. */
export * from '../entries/account.js';
