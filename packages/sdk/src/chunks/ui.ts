import { check } from '../review/check.js';
import { loadLook, mount } from '../ui/mount.js';
import { showWith } from '../ui/show-with.js';

/** The interface. Loaded if there is something to ask, to show, or to change. */
export { decide, decideAll } from '../state/decide.js';
export { check };
export const show = showWith(mount, (state) => check(state).then(() => loadLook(state)));
