import { afterAsker } from './frame.js';
import { keep } from './keep.js';
import { mount } from './mount.js';
import type { Mounted } from './mounted.js';
import { openModal } from './parts.js';

/** Milliseconds until a question that can be seen has to be. */
const SEEN_MS = 1000;

/** Keeps the interface in the page, to be seen and used, whatever the page does. Only pages that do something load it. */
export function tend(mounted: Mounted): void {
  const { host, root, win, view, stops } = mounted;
  // Stopped while this file was on its way.
  if (!stops[0]) return;
  const doc = win.document;
  const query = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector);
  let lang: string | undefined;

  const placed = () => {
    // Preferences that are open in an element of their own stay on top.
    if (!doc.querySelector('consent-dialog')) host.showPopover?.();
    if (host.parentElement) seen.observe(host.parentElement);
    const last = mounted.inside;
    for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      // It was modal, and is so no more once it has been out of the page.
      dialog.open = false;
      openModal(dialog);
    }
    (last as HTMLElement | undefined)?.focus();
  };

  let isHidden = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const judge = () => {
    timer = undefined;
    const banner = query<HTMLDialogElement>('[part=banner]');
    // A page that does not show itself yet, or a frame that nobody sees: that is no fault of the banner.
    if (!banner || !host.parentElement?.getClientRects()[0]) return;
    const wasHidden = isHidden;
    isHidden = !(banner.open === false ? query('[role=status]') : banner)?.offsetHeight;
    if (isHidden) {
      // A modal banner that nobody sees would leave the page inert. Not by close(): the banner opens again then.
      banner.remove();
      root.prepend(banner);
      banner.removeAttribute('open');
      // A filter list, or the page's own styles. Nobody has been asked, so nothing is granted.
      view.state.inputs.report(['hidden']);
    } else if (wasHidden && banner.open === false) openModal(banner);
  };
  const seen = new ResizeObserver(() => {
    timer ??= setTimeout(judge, SEEN_MS);
  });
  seen.observe(query('[role=status]') as Element);

  const speak = async () => {
    const { locale } = await mounted.words();
    const { state } = view;
    if (locale.lang === view.locale.lang || !stops[0]) return;
    const { part } = root.activeElement ?? {};
    for (const stop of stops.splice(0)) stop();
    state.locale = locale.lang;
    stops.push(mount({ state, locale: { ...locale, ...state.options.ui?.texts } }, win, mounted.words));
    if (part?.value)
      doc.querySelector(host.localName)?.shadowRoot?.querySelector<HTMLElement>(`[part="${part}"]`)?.focus();
  };
  const changed = () => {
    if (lang === doc.documentElement.lang) return;
    lang = doc.documentElement.lang;
    // Where the words do not load they stay as they are.
    speak().catch(() => {});
  };

  // Put under a modal dialog for the time being.
  if ('showPopover' in host && !host.matches(':popover-open')) host.remove();
  const kept = keep(host, doc, placed, changed);
  if (host.parentElement) seen.observe(host.parentElement);
  // What there was to see before this file came.
  judge();
  changed();
  if (mounted.isMute)
    afterAsker(win, () => {
      mounted.isMute = false;
      mounted.ask();
    });
  mounted.put = kept.put;
  stops.push(kept.stop, () => {
    clearTimeout(timer);
    seen.disconnect();
  });
}
