/** Says what is wrong: loaded where something is. */
export { tell } from '../help/tell.js';
