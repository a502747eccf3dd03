import { locales } from '@askfirst/data/locales';
import { factsOf } from '../policy/facts-of.js';
import { languageOf } from '../policy/language.js';
import { namedById } from '../policy/named-by-id.js';
import type { State } from '../state/types.js';
import { lookAtPage } from './look-at-page.js';
import { textNames } from './review-options.js';
import { reviewPage } from './review-page.js';

const known = Object.keys(locales);

/** Reviews the page once it has loaded, and reports each mistake in its own message. */
export async function review(state: State): Promise<void> {
  const doc = document;
  if (doc.readyState !== 'complete') await new Promise((done) => window.addEventListener('load', done));
  const facts = await factsOf(namedById(state.options.services)).catch(() => ({}));
  const { granted } = state.$consent.get();
  for (const problem of reviewPage({
    options: state.options,
    granted,
    doc,
    facts,
    texts: textNames,
    languageOf: (wanted) => languageOf(wanted, known),
  }))
    state.inputs.report(problem);
  await reviewQuestion(state, doc);
}

/** Reports what makes the question unfair, as it is seen in the page. */
async function reviewQuestion({ options, inputs, $consent }: State, doc: Document): Promise<void> {
  const wanted = [options.ui?.lang, doc.documentElement.lang, navigator.languages].join();
  const [{ lintQuestion }, { locale }] = await Promise.all([
    import('../lint/lint.js'),
    (locales[languageOf(wanted, known)] as () => ReturnType<(typeof locales)[string]>)(),
  ]);
  const seen = await lookAtPage(doc, $consent.get().ask);
  for (const { code, message, fix } of lintQuestion(options, locale, seen)) inputs.report([code, `${message} ${fix}`]);
}
