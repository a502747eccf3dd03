import type { Locale } from '@askfirst/data';
import { firstLayer } from '@askfirst/data/locales/en';
import type { PlainAsker } from '../effects/loaders.js';
import { check } from '../state/check.js';
import { askPlainly } from '../ui/plain.js';
import { showWith } from './show-with.js';

const ask = showWith(askPlainly, check);
/** Its second layer is never shown plainly. */
const english = { locale: firstLayer as Locale };
/** The chunk for those whom the interface does not reach, with all it needs to ask in English. */
export const show: PlainAsker['show'] = (state, env, words) => ask(state, env, () => words().catch(() => english));
