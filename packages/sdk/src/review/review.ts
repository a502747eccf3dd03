import { locales } from '@askfirst/data/locales';
import { firstLayer, secondLayer } from '@askfirst/data/locales/en';
import { languageOf } from '../policy/language.js';
import type { State } from '../state/types.js';
import { reviewPage } from './review-page.js';

/** Reviews the page once it has loaded, and reports each mistake in its own message. */
export async function review(state: State): Promise<void> {
  const doc = document;
  if (doc.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
  const { granted } = state.$consent.get();
  const texts = Object.keys({ ...firstLayer, ...secondLayer });
  for (const problem of reviewPage({
    options: state.options,
    granted,
    doc,
    texts,
    languageOf: (wanted) => languageOf(wanted, Object.keys(locales)),
  }))
    state.inputs.report(problem);
}
