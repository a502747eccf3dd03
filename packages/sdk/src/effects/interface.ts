import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import type { PageLoaders } from './loaders.js';

/** The elements that the interface fills. */
export const CONTROLS = 'consent-preferences,consent-declaration';

/**
 * Loads and shows the interface when there is something to ask or to show, and not before.
 *
 * @returns A function to call for each element that the interface fills.
 */
export function showInterface(state: State, env: Env, loaders: PageLoaders): () => void {
  let loading: unknown;

  // The page's own language first: visitors understand it, and consent has to be informed (GDPR Art. 4(11)).
  const words = () =>
    loaders.words([state.options.ui?.lang, env.doc.documentElement.lang, env.win.navigator.languages].join());
  const show = (wanted: unknown) => {
    if (!wanted || loading) return;
    loading = true;
    // Both in parallel.
    Promise.all([loaders.chunk('ui'), words()])
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
  return () => state.$inline.set(true);
}
