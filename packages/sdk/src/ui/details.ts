import type { Locale, Service } from '@askfirst/data';
import { render } from 'preact';
import type { View } from '../state/types.js';
import css from './details.css';
import { declaration, inlinePreferences } from './inline.js';
import { preferences } from './preferences.js';
import { shell } from './shell.js';

/** Texts and facts that the first layer could do without, where the build has left them to this chunk. */
let rest: { texts?: Partial<Locale>; facts?: Readonly<Record<string, Partial<Service>>> } = {};
export const provide = (more: typeof rest): void => {
  rest = more;
};

const complete = (view: View): View => ({
  ...view,
  // The build has left only English texts here.
  locale: view.locale.lang === 'en' ? { ...view.locale, ...rest.texts, ...view.state.options.ui?.texts } : view.locale,
  facts: rest.facts,
});

/** Opens the dialog within `holder`, in the shadow root of `host`. Returns how to take it away. */
export function showPreferences(host: HTMLElement, view: View, holder: HTMLElement): () => void {
  shell(host, view, css);
  render(preferences(complete(view)), holder);
  return () => render(null, holder);
}

/** Fills an element in the flow of a page, keeps it true, and returns how to empty it. */
export function fillElement(host: HTMLElement, view: View): () => void {
  const root = shell(host, view, css);
  const content = host.localName === 'consent-declaration' ? declaration : inlinePreferences;
  const stop = view.state.$consent.subscribe(() => render(content(complete(view)), root));
  return () => {
    stop();
    render(null, root);
  };
}
