/** Removes what lost its consent. Loaded after a refusal. */
export { withdraw } from '../effects/withdrawal/withdrawal.js';
