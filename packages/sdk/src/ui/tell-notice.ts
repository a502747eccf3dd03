import type { Env } from '../env/env.js';
import type { State, View } from '../state/types.js';
import { informed, showNotice } from './notice.js';

/** Where it is remembered what the visitor has been told. A line is the JSON of site, category, and service. */
const KEY = 'askfirst.notice';

/** Sites whose notices are shown already. */
const following = new WeakSet<State>();

/** Shows a notice while something runs that the law lets run with notice, until the visitor has objected or closed it. */
export async function tellNotice(
  state: State,
  { win, doc, stops, onEvent }: Env,
  texts: () => Promise<View>,
): Promise<void> {
  if (following.has(state)) return;
  following.add(state);
  let hide: (() => void) | undefined;
  let shown = '';
  const closed = new Set<string>();
  // Another tab or another site of this origin may have written meanwhile.
  const read = () => {
    try {
      for (const line of win.localStorage.getItem(KEY)?.split('\n') ?? []) closed.add(line);
    } catch {
      // Storage is forbidden: told on each page.
    }
  };
  if (!doc.body) await new Promise((done) => onEvent(doc, 'DOMContentLoaded', done));
  const view = await texts();
  if (!stops[0]) return;
  const draw = () => {
    const categories = informed(view);
    const told = categories.flatMap(({ key, covers }) =>
      ['', ...covers].map((service) => JSON.stringify([state.site, key, service])),
    );
    read();
    // Told again when there is something new to tell.
    const next = told.every((line) => closed.has(line)) ? '' : told.join();
    if (next === shown) return;
    shown = next;
    hide?.();
    hide = next
      ? showNotice(view, win, categories, () => {
          for (const line of told) closed.add(line);
          try {
            win.localStorage.setItem(KEY, [...closed].join('\n'));
          } catch {
            // Closed for this page only.
          }
          draw();
        })
      : undefined;
  };
  // Closed in another tab, or on the page from which the visitor comes back.
  onEvent(win, 'storage', draw);
  onEvent(win, 'pageshow', draw);
  stops.push(state.$consent.subscribe(draw), () => {
    following.delete(state);
    hide?.();
  });
}
