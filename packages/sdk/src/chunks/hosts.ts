/** Which service of the catalogue an address belongs to. Loaded where a frame waits whose service the site does not declare. */
export { idAt } from '../policy/id-at.js';
