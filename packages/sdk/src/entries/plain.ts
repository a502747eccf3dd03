import type { Locale } from '@askfirst/data';
import { firstLayer } from '@askfirst/data/locales/en';
import { check } from '../state/check.js';
import { askPlainly } from '../ui/plain.js';
import { showWith } from './show-with.js';

/** The chunk for those whom the interface does not reach, with all it needs to ask in English. */
export const show = showWith(askPlainly, check);
/** Its second layer is never shown plainly. */
export const locale = firstLayer as Locale;
