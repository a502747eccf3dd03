import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import { languagesOf } from './languages.js';
import type { PageLoaders } from './loaders.js';

/** The elements that Askfirst fills. */
export const CONTROLS = 'consent-preferences,consent-declaration,consent-status,consent-link';

/**
 * Loads and shows the interface when there is something to ask or to show, and not before.
 *
 * @returns A function to call for each element that Askfirst fills.
 */
export function showInterface(state: State, env: Env, loaders: PageLoaders): (element: Element) => void {
  let loading: unknown;

  const words = () => loaders.words(languagesOf(state.options, env));
  const show = (wanted: unknown) => {
    if (!wanted || loading) return;
    // Both in parallel.
    loading = Promise.all([loaders.chunk('ui'), words()])
      .then(([ui]) => ui.show(state, env, words))
      .catch((error) => loaders.chunk('plain').then((plain) => plain.show(state, env, words, error)))
      // Not even the plain question loads: the visitor is not asked, and everything stays denied.
      .catch(() => {});
  };
  // In the capture phase, before a menu of the page can stop the event.
  env.onEvent(env.win, 'click', (event) => {
    const path = event.composedPath() as Partial<HTMLAnchorElement>[];
    const isLink = path.some((node) => node.href);
    // With Ctrl or Command the visitor wants the link in a new tab.
    if (
      !path.some((node) => node.matches?.('[data-consent-open]')) ||
      (isLink && ((event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey))
    )
      return;
    event.preventDefault();
    // Some routers follow a link although its default was prevented.
    if (isLink) event.stopImmediatePropagation();
    state.$open.set(true);
  });
  env.stops.push(
    state.$consent.subscribe(({ ask }) => show(ask)),
    state.$open.subscribe(show),
    state.$inline.subscribe(show),
  );
  return ({ localName }) => {
    // Not by the interface, which would be much for a line in a footer: `consent-status`, `consent-link`.
    if (/us$|k$/.test(localName)) loaders.chunk('law').then((law) => law.tell(state, env));
    else state.$inline.set(true);
  };
}
