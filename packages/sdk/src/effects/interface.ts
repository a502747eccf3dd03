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
  const { win, doc } = env;
  let loading = false;

  const show = async () => {
    if (loading) return;
    loading = true;
    // The page's own language first: a question in another one is no fair question.
    const wanted = [state.options.ui?.lang, doc.documentElement.lang, win.navigator.languages].join();
    try {
      const [ui, { locale }] = await Promise.all([loaders.chunk('ui'), loaders.locale(wanted)]);
      await ui.show(state, env, locale);
    } catch (error) {
      state.inputs.report(['interface', error]);
      loaders
        .chunk('plain')
        .then(async (plain) => plain.show(state, env, (await loaders.locale(wanted).catch(() => plain)).locale))
        // Nothing loads: nobody is asked, and everything stays denied.
        .catch(() => {});
    }
  };

  env.onEvent(doc, 'click', (event) => {
    if (event.composedPath().some((node) => (node as Partial<Element>).matches?.('[data-consent-open]')))
      state.$open.set(true);
  });
  env.stops.push(
    state.$consent.subscribe(({ ask }) => ask && show()),
    state.$open.subscribe((open) => open && show()),
  );
  return show;
}
