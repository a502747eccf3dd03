import type { Locale, Service } from '@askfirst/data';
import { render } from 'preact';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import css from './details.css';
import { showElements } from './elements.js';
import { declaration, inlinePreferences } from './inline.js';
import { keep } from './keep.js';
import type { Mounted } from './mounted.js';
import { preferences } from './preferences.js';
import { fillShadowRoot } from './shadow-root.js';

/** Texts and facts that the first layer could do without, where the build has left them to this chunk. */
let rest: { texts?: Partial<Locale>; facts?: Readonly<Record<string, Partial<Service> | undefined>> } = {};
export const provide = (more: typeof rest): void => {
  rest = more;
};

const complete = (view: View): View => ({
  ...view,
  // The build has left only English texts here.
  locale: view.locale.lang === 'en' ? { ...view.locale, ...rest.texts, ...view.state.options.ui?.texts } : view.locale,
  facts: rest.facts,
});

/** What stood in the switches as the preferences were closed only to open again in another language. */
let touched: boolean[] = [];

/** Opens the dialog. */
export async function showPreferences(mounted: Mounted): Promise<void> {
  const { host, view, win, keepFocus } = mounted;
  const { state } = view;
  // Whoever took the interface out of the page: the visitor has asked for this.
  if (!host.isConnected) await mounted.tend();
  // Whatever takes it out again has done so a moment later.
  await mounted.put?.();
  // Kept as it was opened: nothing may reset a switch the visitor has touched.
  if (!state.$open.get() || mounted.hide) return;
  const holder = win.document.createElement('div');
  fillShadowRoot(host, view, css).lastChild?.before(holder);
  // A filter list may spare visitors the question, and hide or remove our element for that.
  const other = host.getClientRects()[0] ? undefined : win.document.createElement('consent-dialog');
  if (other) {
    fillShadowRoot(other, view, css).append(holder);
    holder.addEventListener('close', () => state.$open.set(false), true);
  }
  const kept = other && keep(other, win.document);
  render(preferences(complete(view)), holder);
  const switches = [...holder.querySelectorAll('input')];
  switches.forEach((input, index) => {
    input.checked = touched[index] ?? input.checked;
  });
  mounted.save = () => {
    const answer = Object.fromEntries(switches.map(({ name, checked }) => [name, checked]));
    state.$open.set(false);
    decide(state, answer, 'preferences');
  };
  mounted.hide = () => {
    mounted.hide = mounted.save = undefined;
    touched = state.$open.get() ? switches.map(({ checked }) => checked) : [];
    keepFocus(() => {
      // The browser gives the focus back.
      holder.querySelector('dialog')?.close();
      render(null, holder);
      holder.remove();
    });
    kept?.stop();
    mounted.ask();
  };
}

/** What each element in the flow of a page shows, and how to empty it. */
const filled = new WeakMap<HTMLElement, readonly [View, () => void]>();

/** Fills an element that has come into a page and keeps it true; empties one that is gone, or has nothing to show any more. */
function follow(host: HTMLElement, view?: View): void {
  const [shown, stop] = filled.get(host) ?? [];
  // Moved within the page.
  if (host.isConnected && shown === view) return;
  stop?.();
  filled.delete(host);
  if (!view || !host.isConnected) return;
  const root = fillShadowRoot(host, view, css);
  const content = host.localName === 'consent-declaration' ? declaration : inlinePreferences;
  const unsubscribe = view.state.$consent.subscribe(() => render(content(complete(view)), root));
  filled.set(host, [
    view,
    () => {
      unsubscribe();
      render(null, root);
    },
  ]);
}

let shownFor: Mounted | undefined;

/** Fills all elements in the flow of the page, now and later, until the interface stops. */
export function fillElements(mounted: Mounted): void {
  if (shownFor === mounted) return;
  shownFor = mounted;
  showElements((host) => follow(host, mounted.view));
  mounted.stops.push(() => showElements((host) => follow(host)));
}
