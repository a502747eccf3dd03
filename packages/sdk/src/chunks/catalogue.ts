/** What the catalogue knows of services. Loaded if a site names one by its id. */
export { factsOf } from '../policy/facts-of.js';
