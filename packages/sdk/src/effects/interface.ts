import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import type { PageLoaders } from './loaders.js';

/** The elements that the interface fills. */
export const CONTROLS = 'consent-preferences,consent-declaration';

/**
 * Fetches and shows the interface when there is something to ask or to show, and not before.
 * Returns what to call for each element that it fills.
 */
export function showInterface(state: State, env: Env, loaders: PageLoaders): () => void {
  let loading: unknown;

  // The page's own language first: a question in another one is no fair question.
  const words = () =>
    loaders.words([state.options.ui?.lang, env.doc.documentElement.lang, env.win.navigator.languages].join());
  const show = (wanted: unknown) => {
    if (!wanted || loading) return;
    loading = true;
    // Both at once.
    Promise.all([loaders.chunk('ui'), words()])
      .then(([ui]) => ui.show(state, env, words))
      .catch((error) => loaders.chunk('plain').then((plain) => plain.show(state, env, words, error)))
      // Nothing loads: nobody is asked, and everything stays denied.
      .catch(() => {});
  };
  // On the way to whatever is clicked: no menu can keep it from us.
  env.onEvent(env.win, 'click', (event) => {
    const path = event.composedPath() as Partial<HTMLAnchorElement>[];
    const isLink = path.some((node) => node.href);
    // In a new tab a link leads where it says.
    if (
      !path.some((node) => node.matches?.('[data-consent-open]')) ||
      (isLink && ((event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey))
    )
      return;
    event.preventDefault();
    // Some routers follow a link all the same.
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
