import { linkTo } from '../policy/link.js';
import { decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { element } from './element.js';
import { questionValues } from './question.js';
import { fill } from './words.js';

/**
 * Asks without styles, for a visitor whom the interface does not reach: what a browser makes of a heading, a sentence
 * and two buttons is readable everywhere. Returns how to take it away.
 */
export function askPlainly(view: View, doc: Document): () => void {
  const { state, locale } = view;
  const url = linkTo(state.options.policy?.url);
  const answer = (text: string, granted: boolean) => {
    const button = element('button', {}, text);
    button.addEventListener('click', () => decideAll(state, granted, 'banner'));
    return button;
  };
  const host = element(
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
  doc.body.prepend(host);
  const stop = state.$consent.listen(({ ask }) => {
    if (!ask) host.remove();
  });
  return () => {
    stop();
    host.remove();
  };
}
