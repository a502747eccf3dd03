import type { Locale } from '@askfirst/data';
import { firstLayer } from '@askfirst/data/locales/en';

/** The chunk for those whom the interface does not reach, with all it needs to ask in English. */
export { check } from '../state/check.js';
export { askPlainly as mount } from '../ui/plain.js';
/** Its second layer is never shown plainly. */
export const locale = firstLayer as Locale;
