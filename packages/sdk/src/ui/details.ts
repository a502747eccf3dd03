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

/** Texts and facts that only this chunk needs: the script build leaves them out of the first layer. */
let rest: { texts?: Partial<Locale>; facts?: Readonly<Record<string, Partial<Service> | undefined>> } = {};
export const provide = (more: typeof rest): void => {
  rest = more;
};

const complete = (view: View): View => ({
  ...view,
  // Only English texts are split. Other languages are complete.
  locale: view.locale.lang === 'en' ? { ...view.locale, ...rest.texts, ...view.state.options.ui?.texts } : view.locale,
  facts: rest.facts,
});

/** State of the switches while the dialog is closed and opened again in another language. */
let touched: boolean[] = [];

/** Opens the dialog. */
export async function showPreferences(mounted: Mounted): Promise<void> {
  const { host, view, win, keepFocus } = mounted;
  const { state } = view;
  // The page may have removed the interface, but the visitor has asked for this dialog.
  if (!host.isConnected) await mounted.tend();
  // Code of the page that removes it again has done so by now.
  await mounted.put?.();
  // Rendered once, when it opens: nothing may reset a switch that the visitor has touched.
  if (!state.$open.get() || mounted.hide) return;
  const holder = win.document.createElement('div');
  fillShadowRoot(host, view, css).lastChild?.before(holder);
  // A filter list may hide or remove the element of the question.
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
      // The browser moves the focus back: https://html.spec.whatwg.org/multipage/interactive-elements.html#close-the-dialog
      holder.querySelector('dialog')?.close();
      render(null, holder);
      holder.remove();
    });
    kept?.stop();
    mounted.ask();
  };
}

/** What each element in the flow of a page shows, and a function that empties it. */
const filled = new WeakMap<HTMLElement, readonly [View, () => void]>();

/** Fills an element that was added to the page, and updates it. Empties one that was removed, or that has no view any more. */
function follow(host: HTMLElement, view?: View): void {
  const [shown, stop] = filled.get(host) ?? [];
  // The page has moved the element.
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
