import { decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { fill, labelOf, listed } from './words.js';

/**
 * Asks without styles, for a visitor whom the interface does not reach: what a browser makes of a heading, a sentence
 * and two buttons is readable everywhere. Returns how to take it away.
 */
export function askPlainly(view: View, doc: Document): () => void {
  const { state, locale } = view;
  const { controller, policy } = state.options;
  const { due } = state.$consent.get();
  const host = doc.createElement('section');
  host.setAttribute('aria-label', locale.title);
  host.lang = locale.lang;
  host.dir = locale.dir;
  const add = (tag: string, text: string) => {
    const element = doc.createElement(tag);
    element.textContent = text;
    host.append(element, ' ');
    return element;
  };
  const asked = state.categories.filter(({ key }) => due.includes(key)).map((category) => labelOf(view, category));
  const values = { controller: controller?.name ?? locale.thisSite, purposes: listed(asked) };
  add('h2', locale.title);
  add('p', fill(locale.ask, values));
  if (policy?.url) (add('a', locale.policyLink) as HTMLAnchorElement).href = policy.url;
  for (const [text, granted] of [
    [locale.reject, false],
    [locale.accept, true],
  ] as const)
    add('button', text).addEventListener('click', () => decideAll(state, granted, 'banner'));
  doc.body.prepend(host);
  const stop = state.$consent.listen(({ ask }) => {
    if (!ask) host.remove();
  });
  return () => {
    stop();
    host.remove();
  };
}
