/** Takes over an answer that was given to another tool. Loaded if the site names one, and nothing of ours is stored. */
export { importChoices } from '../effects/import-choices.js';
