import { linkTo } from '../policy/link.js';
import { decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { element } from './element.js';
import { keep } from './keep.js';
import { questionValues } from './question.js';
import { fill } from './words.js';

/**
 * Asks without styles if the interface does not load: a heading, a sentence and two buttons are readable in every browser.
 *
 * @returns A function that removes the question.
 */
export function askPlainly(view: View, { document: doc }: Window): () => void {
  const { state, locale } = view;
  // The site asks by itself.
  if (state.options.ui?.layout === 'none') return () => {};
  const url = linkTo(state.options.policy?.url);
  const answer = (text: string, granted: boolean) => {
    const button = element('button', {}, text);
    button.addEventListener('click', () => decideAll(state, granted, 'banner'));
    return button;
  };
  const host = element('askfirst-plain');
  const question = element(
    'section',
    { 'aria-label': locale.title, lang: locale.lang, dir: locale.dir },
    element('h2', {}, locale.title),
    element('p', {}, fill(locale.ask, questionValues(view))),
    !!url && element('a', { href: url }, locale.policyLink),
    ' ',
    answer(locale.reject, false),
    ' ',
    answer(locale.accept, true),
  );
  // Routers restore copies of the page from their caches. A copy has no shadow root, so it does not ask again.
  host.attachShadow({ mode: 'open' }).append(question);
  const { stop: remove } = keep(host, doc);
  const stop = state.$consent.listen(({ ask }) => {
    if (!ask) remove();
  });
  return () => {
    stop();
    remove();
  };
}
