import type { Env } from '../env/env.js';
import type { State, View } from '../state/types.js';
import { informed, showNotice } from './notice.js';

/** Where it is remembered which notice the visitor has closed. */
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
  let closed = '';
  try {
    closed = win.localStorage.getItem(KEY) ?? '';
  } catch {
    // Storage is forbidden: told on each page.
  }
  if (!doc.body) await new Promise((done) => onEvent(doc, 'DOMContentLoaded', done));
  const view = await texts();
  if (!stops[0]) return;
  const draw = () => {
    const categories = informed(view);
    // Told again when there is something new to tell.
    const told = JSON.stringify(categories.map(({ key, covers }) => [key, covers]));
    const next = categories[0] && told !== closed ? told : '';
    if (next === shown) return;
    shown = next;
    hide?.();
    hide = next
      ? showNotice(view, win, categories, () => {
          closed = told;
          try {
            win.localStorage.setItem(KEY, told);
          } catch {
            // Closed for this page only.
          }
          draw();
        })
      : undefined;
  };
  stops.push(state.$consent.subscribe(draw), () => {
    following.delete(state);
    hide?.();
  });
}
