/** Releases and holds elements other than scripts. Loaded with the first of them. */
export { markup } from '../effects/markup.js';
