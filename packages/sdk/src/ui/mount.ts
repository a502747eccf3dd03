import { decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { showBanner } from './banner.js';
import { element } from './element.js';
import { hold } from './hold.js';
import type { Mounted } from './mounted.js';
import { announce, fillShadowRoot } from './shadow-root.js';

/**
 * Shows the interface.
 *
 * @param words Gets the texts in the current language of the page.
 * @returns A function that removes it.
 */
export type Mount = (view: View, win: Window, words: Mounted['words']) => () => void;

export { loadLook } from './banner.js';
/** The second layer. Loaded when a visitor opens it. */
export const loadDetails = () => import('./details.js');
/** Keeps the interface in its place. Loaded in pages that disturb it. */
export const loadTend = () => import('./tend.js');

export const mount: Mount = (view, win, words) => {
  const { locale, state } = view;
  const { $consent, $open } = state;
  const doc = win.document;
  const host = doc.createElement('askfirst-ui');
  const root = fillShadowRoot(host, view);
  let asked: string | undefined;
  let hideBanner: (() => void) | undefined;
  let tended: Promise<void> | undefined;

  const ask = () => {
    const due = mounted.isMute || state.options.ui?.layout === 'none' ? '' : $consent.get().due.join();
    // While the preferences are open the banner does not change, except that it goes once everything is answered.
    if (due === asked || (due && mounted.hide)) return;
    asked = due;
    mounted.keepFocus(() => {
      hideBanner?.();
      hideBanner = due ? showBanner(view, root) : undefined;
    });
  };
  const onError = (error: unknown) => {
    $open.set(false);
    state.inputs.report(['interface', error]);
  };
  const details = (what: 'showPreferences' | 'fillElements') => {
    loadDetails()
      .then((module) => module[what](mounted))
      .catch(onError);
  };
  const onEvent = (event: Event) => {
    const { type, key } = event as KeyboardEvent;
    const target = event.composedPath()[0] as HTMLElement & { onHeld?(event: Event): void };
    // Only some browsers fire `focusout` when the page removes the host, so the focus is read a moment later.
    queueMicrotask(() => {
      if (host.isConnected) mounted.inside = root.activeElement;
    });
    target.onHeld?.(event);
    // A listener of the page got the key first, and has prevented the click.
    if (type === 'keydown' && event.defaultPrevented && /^( |Enter)/.test(key)) target.click();
    if (type !== 'click') return;
    // Translation extensions wrap words in elements of their own.
    const [part, name] = target.closest('button')?.part ?? [];
    if (part === 'choose') $open.set(true);
    if (part === 'close') $open.set(false);
    if (part !== 'button') return;
    event.preventDefault();
    if (mounted.answer) mounted.answer(name);
    else {
      decideAll(state, name === 'accept', 'banner');
      announce(root, locale.saved, 'done');
    }
  };
  const tend = () =>
    (tended ??= loadTend()
      .then((module) => module.tend(mounted))
      .catch(onError));
  const watch = new MutationObserver(([record]) => {
    if ((record as MutationRecord).attributeName || host.parentNode !== doc.body) tend();
  });
  const mounted: Mounted = {
    host,
    root,
    win,
    view,
    words,
    isMute: win !== win.parent,
    tend,
    ask,
    keepFocus(change) {
      // Safari does not focus a button that is clicked, but an open modal dialog shows that the focus was here.
      const had = root.activeElement ?? root.querySelector('dialog');
      change();
      if (had && doc.activeElement === doc.body) root.querySelector<HTMLElement>('h2,p[role]')?.focus();
    },
    stops: [
      () => {
        mounted.hide?.();
        hideBanner?.();
        watch.disconnect();
        host.remove();
      },
    ],
  };

  root.append(element('p', { role: 'status', part: 'status', tabindex: -1 }));
  root.addEventListener(
    'close',
    ({ target }) => {
      // Escape is no answer, so the question stays.
      if ((target as HTMLElement).part.contains('banner')) (target as HTMLDialogElement).showModal();
      else $open.set(false);
    },
    true,
  );
  host.popover = 'manual';
  // Screen readers and the keyboard begin with what comes first. But while React 18 hydrates a whole document, it tolerates foreign
  // elements at the end only: https://github.com/facebook/react/issues/24430. Later `moveBefore` moves it and keeps its state:
  // https://dom.spec.whatwg.org/#dom-parentnode-movebefore
  const toFront = () => {
    if (host.previousSibling && !root.activeElement)
      host.parentElement?.moveBefore?.(host, host.parentElement.firstChild);
  };
  doc.body['moveBefore' in host ? 'append' : 'prepend'](host);
  // Above a modal dialog of the page the interface would be visible but inert. In a frame the page around it may already ask.
  if (mounted.isMute || doc.querySelector('dialog[open]') || doc.activeElement?.shadowRoot) tend();
  // In the top layer no style of the page can move or cover it. Older browsers have no popovers.
  else host.showPopover?.();
  watch.observe(doc, { childList: true, subtree: true });
  watch.observe(doc.documentElement, { attributeFilter: ['lang'] });
  watch.observe(host, { attributeFilter: ['inert', 'aria-hidden'] });
  mounted.stops.push(
    hold(win, onEvent, toFront),
    $consent.subscribe(ask),
    $open.subscribe((isOpen) => {
      if (isOpen) details('showPreferences');
      else mounted.hide?.();
    }),
    state.$inline.subscribe((isThere) => isThere && details('fillElements')),
  );
  if (asked) announce(root, locale.announcement);
  setTimeout(toFront, 3000);
  setTimeout(() => {
    if (root.querySelector<HTMLElement>('[part=banner]')?.offsetHeight === 0) tend();
  }, 1000);
  return () => {
    for (const stop of mounted.stops.splice(0)) stop();
  };
};
