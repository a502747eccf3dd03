import { firstLayer, secondLayer } from '@askfirst/data/locales/en';
import { reviewPage } from '../effects/review-page.js';
import type { State } from '../state/types.js';
import { languageOf } from './languages.js';

/** Tells those who make a page what a look at it finds, each thing by itself, once all of it is there. */
export async function review(state: State): Promise<void> {
  const doc = document;
  if (doc.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
  const { granted } = state.$consent.get();
  const texts = Object.keys({ ...firstLayer, ...secondLayer });
  for (const problem of reviewPage({ options: state.options, granted, doc, texts, languageOf }))
    state.inputs.report(problem);
}
