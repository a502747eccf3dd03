/** Holds what is marked for another tool. Loaded if the site names one. */
export { foreignMarkup } from '../effects/foreign-markup.js';
