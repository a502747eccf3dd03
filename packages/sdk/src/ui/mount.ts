import { decideAll } from '../state/decide.js';
import type { View } from '../state/types.js';
import { showBanner } from './banner.js';
import { element } from './element.js';
import { hold } from './hold.js';
import type { Mounted } from './mounted.js';
import { announce, fillShadowRoot } from './shadow-root.js';

/**
 * Shows the interface, and returns how to take it away.
 *
 * @param words Gets the texts in the language that the page has by now.
 */
export type Mount = (view: View, win: Window, words: Mounted['words']) => () => void;

/** The second layer: only for those who open it. */
export const loadDetails = () => import('./details.js');
/** What keeps the interface in its place: only for pages that disturb it. */
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
    const due = mounted.isMute ? '' : $consent.get().due.join();
    // Behind the preferences nothing changes but that all is answered.
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
    const target = event.composedPath()[0] as HTMLElement;
    // Some browsers tell of the focus that goes while the page takes the host out, others do not: asked a moment later.
    queueMicrotask(() => {
      if (host.isConnected) mounted.inside = root.activeElement;
    });
    // A shortcut of the page heard of it first.
    if (type === 'keydown' && event.defaultPrevented && /^( |Enter)/.test(key)) target.click();
    if (type !== 'click') return;
    // Translators put elements of their own around words.
    const [part, name] = target.closest('button')?.part ?? [];
    if (part === 'choose') $open.set(true);
    if (part === 'close') $open.set(false);
    if (part !== 'button') return;
    event.preventDefault();
    if (name === 'save') mounted.save?.();
    else {
      const method = mounted.hide ? 'preferences' : 'banner';
      // First, so that the focus finds its way back through both.
      $open.set(false);
      decideAll(state, name === 'accept', method);
    }
    announce(root, locale.saved, 'done');
  };
  const tend = () =>
    (tended ??= loadTend()
      .then((module) => module.tend(mounted))
      .catch(onError));
  const watch = new MutationObserver(([record]) => {
    if (record?.attributeName || host.parentNode !== doc.body) tend();
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
      // Not every browser gives the focus to a button that is clicked, but a modal dialog has it.
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
      // Escape answers nothing, so the question stays.
      if ((target as HTMLElement).part.contains('banner')) (target as HTMLDialogElement).showModal();
      else $open.set(false);
    },
    true,
  );
  host.popover = 'manual';
  // Screen readers and the keyboard begin with what stands first. But while React 18 takes a whole document over, only what
  // stands last is none of its business: https://github.com/facebook/react/issues/24430
  const toFront = () => {
    if (host.previousSibling && !root.activeElement)
      host.parentElement?.moveBefore?.(host, host.parentElement.firstChild);
  };
  doc.body['moveBefore' in host ? 'append' : 'prepend'](host);
  // Over a modal dialog of the page it would be drawn, and inert. A frame may have a page around it that asks for both.
  if (mounted.isMute || doc.querySelector('dialog[open]') || doc.activeElement?.shadowRoot) tend();
  // In the top layer no style of the page can move or cover it, where the browser has popovers.
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
