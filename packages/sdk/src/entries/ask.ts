import { mount } from '../ui/mount.js';
import { check } from './check.js';
import { showWith } from './show-with.js';

/** What a visitor downloads only if there is something to ask, to show, or to change. */
export { decide, decideAll } from '../state/decide.js';
export { check };
export const show = showWith(mount, check);
