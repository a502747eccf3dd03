import type { Locale } from '@askfirst/data';
import { firstLayer } from '@askfirst/data/locales/en';
import { askPlainly } from '../ui/plain.js';
import { showWith } from './show-with.js';

/** The chunk for those whom the interface does not reach, with all it needs to ask in English. */
export const show = showWith(askPlainly);
/** Its second layer is never shown plainly. */
export const locale = firstLayer as Locale;
