import type { Locale } from '@askfirst/data';
import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import type { Asker, PageLoaders, Writer } from './loaders.js';

/** The elements that the interface fills. */
export const CONTROLS = 'consent-preferences,consent-declaration';

/**
 * Fetches and shows the interface when there is something to ask or to show, and not before.
 * Returns what to call for each element that it fills.
 */
export function showInterface(state: State, env: Env, loaders: PageLoaders): () => void {
  const { win, doc } = env;
  const { lang, texts } = state.options.ui ?? {};
  let loading = false;

  const show = async () => {
    if (loading) return;
    loading = true;
    // The page's own language first: a question in another one is no fair question.
    const wanted = [lang, doc.documentElement.lang, win.navigator.languages].join();
    const showBy = async ({ check, mount }: Omit<Asker, keyof Writer>, { locale }: { locale: Locale }) => {
      if (!doc.body) await new Promise((done) => env.onEvent(doc, 'DOMContentLoaded', done));
      // Stopped meanwhile, or not fit to ask.
      if (!env.stops[0] || !check(state)) return;
      state.locale = locale.lang;
      env.stops.push(mount({ state, locale: { ...locale, ...texts } }, doc));
    };
    try {
      await showBy(...(await Promise.all([loaders.chunk('ui'), loaders.locale(wanted)])));
    } catch (error) {
      state.inputs.report(['interface', error]);
      loaders
        .chunk('plain')
        .then(async (plain) => showBy(plain, await loaders.locale(wanted).catch(() => plain)))
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
