/** Switches held elements that are no scripts: loaded with the first of them. */
export { markup } from '../effects/markup.js';
