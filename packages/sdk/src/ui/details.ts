import type { Locale, Service } from '@askfirst/data';
import { render } from 'preact';
import { namedById } from '../policy/named-by-id.js';
import { withOwnTexts } from '../policy/with-own-texts.js';
import { decide } from '../state/decide.js';
import type { View } from '../state/types.js';
import css from './details.css';
import { showElements } from './elements.js';
import { declaration, inlinePreferences } from './inline.js';
import { keep } from './keep.js';
import { statusOf } from './law-notes.js';
import type { Mounted } from './mounted.js';
import { optInAgain } from './opt-in-again.js';
import { preferences } from './preferences.js';
import { announce, fillShadowRoot } from './shadow-root.js';

/** Texts and facts that only this chunk needs: the script build leaves them out of the first layer. */
type Facts = Readonly<Record<string, Partial<Service> | undefined>>;
let rest: {
  texts?: Partial<Locale>;
  facts?: Facts;
  /** Gets the facts about services that a site names by their id alone. */
  catalogue?: (ids: readonly string[]) => Promise<Facts>;
} = {};
export const provide = (more: typeof rest): void => {
  rest = more;
};

/** With all texts, the vendors' facts, and what the law of the visitor's place wants shown. */
async function complete({ view }: Mounted): Promise<View> {
  const ids = namedById(view.state.options.services);
  const facts = await (ids[0] && rest.catalogue?.(ids));
  // Only English texts are split. Other languages are complete.
  const all = view.locale.lang === 'en' ? { ...view.locale, ...rest.texts } : view.locale;
  return {
    ...view,
    facts: { ...rest.facts, ...(facts || {}) },
    law: view.state.law,
    locale: withOwnTexts(all, view.state.options),
  };
}

/** State of the switches while the dialog is closed and opened again in another language. */
let touched: boolean[] = [];

/** A switch in the flow of the page that the visitor has turned on again, after an opt-out. */
let wanted: string | undefined;

/** Opens the dialog. */
export async function showPreferences(mounted: Mounted): Promise<void> {
  const { host, view, win, keepFocus } = mounted;
  const { state } = view;
  // The page may have removed the interface, but the visitor has asked for this dialog.
  if (!host.isConnected) await mounted.tend();
  // Code of the page that removes it again has done so by now.
  await mounted.put?.();
  const shown = await complete(mounted);
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
  render(preferences(shown), holder);
  const switches = [...holder.querySelectorAll('input')];
  switches.forEach((input, index) => {
    input.checked = wanted === input.name || (touched[index] ?? input.checked);
  });
  const buttons = holder.querySelector('form > .row') as HTMLElement;
  let question: HTMLElement | undefined;
  mounted.answer = (name) => {
    if (name === 'stay') {
      question?.replaceWith(buttons);
      question = undefined;
      // The opt-in was not meant.
      for (const input of switches) input.checked &&= state.$consent.get().granted[input.name] === true;
      return holder.querySelector('h2')?.focus();
    }
    const all = name === 'accept' || name === 'reject' ? name === 'accept' : undefined;
    const answer = Object.fromEntries(switches.map(({ name: key, checked }) => [key, all ?? checked]));
    const next = optInAgain(shown, answer);
    // Asked again if the visitor has turned on more since the question.
    if (next && next.textContent !== question?.textContent) {
      for (const input of switches) input.checked = answer[input.name] === true;
      (question ?? buttons).replaceWith(next);
      question = next;
      return next.querySelector('p')?.focus();
    }
    // The dialog closes first, so that the focus moves back to the banner, and from there to the page.
    state.$open.set(false);
    decide(state, answer, 'preferences');
    announce(mounted.root, statusOf(shown) || shown.locale.saved, 'done');
  };
  // A switch of a category is that of all its services. One without a switch of its own is not allowed by those of the others.
  holder.addEventListener('change', ({ target }) => {
    const { name, checked } = target as HTMLInputElement;
    const withinOf = (key: string) => state.categories.find((each) => each.key === key)?.within;
    const parts = (key: string | undefined) => switches.filter((each) => key && withinOf(each.name) === key);
    for (const part of parts(name)) part.checked = checked;
    const whole = switches.find((each) => each.name === withinOf(name));
    if (!whole) return;
    const own = parts(whole.name);
    const { length } = state.categories.find(({ key }) => key === whole.name)?.services ?? own;
    whole.checked = own.every((each) => each.checked) && (whole.checked || own.length === length);
  });
  if (wanted) mounted.answer('save');
  wanted = undefined;
  mounted.hide = () => {
    mounted.hide = mounted.answer = undefined;
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
  const again = (key: string) => {
    wanted = key;
    view.state.$open.set(true);
  };
  const unsubscribe = view.state.$consent.subscribe(() => render(content(view, again), root));
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
  const { stops, view } = mounted;
  let regime: string | null | undefined;
  stops.push(
    view.state.$consent.subscribe(async (consent) => {
      // The place is known by now, and with it the law.
      if (consent.regime === regime) return;
      regime = consent.regime;
      const shown = await complete(mounted);
      if (stops[0] && regime === consent.regime) showElements((host) => follow(host, shown));
    }),
    () => showElements((host) => follow(host)),
  );
}
