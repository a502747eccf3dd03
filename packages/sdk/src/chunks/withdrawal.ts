/** Removes what lost its consent: loaded after a refusal. */
export { withdraw } from '../effects/withdrawal/withdrawal.js';
