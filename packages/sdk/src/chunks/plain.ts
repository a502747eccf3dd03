import type { Locale } from '@askfirst/data';
import { firstLayer } from '@askfirst/data/locales/en';
import type { Asker } from '../effects/loaders.js';
import { check } from '../review/check.js';
import { askPlainly } from '../ui/plain.js';
import { showWith } from '../ui/show-with.js';

const ask = showWith(askPlainly, check);
/** The plain question has no second layer, so it needs the texts of the first only. */
const english = { locale: firstLayer as Locale };
/** The chunk that asks if the interface does not load. It contains what it needs to ask in English. */
export const show: Asker['show'] = (state, env, words, error) => {
  state.inputs.report(['interface', error]);
  return ask(state, env, () => words().catch(() => english));
};
