import { withOwnTexts } from '../policy/with-own-texts.js';
import { afterAsker } from './frame.js';
import { keep } from './keep.js';
import { mount } from './mount.js';
import type { Mounted } from './mounted.js';
import { openModal } from './parts.js';

/** Milliseconds after which the banner has to be visible. */
const SEEN_MS = 1000;

/** Keeps the interface in the page, visible and usable. Loaded in pages that remove, hide or cover it. */
export function tend(mounted: Mounted): void {
  const { host, root, win, view, stops } = mounted;
  // Stopped while this file loaded.
  if (!stops[0]) return;
  const doc = win.document;
  const query = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector);
  let lang: string | undefined;

  const placed = () => {
    // Preferences in their own element stay on top.
    if (!doc.querySelector('consent-dialog')) host.showPopover?.();
    if (host.parentElement) seen.observe(host.parentElement);
    const last = mounted.inside;
    for (const dialog of root.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      // A dialog that was removed from the page is not modal any more.
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
    // The whole page may not be visible yet, or the frame is hidden: that is no problem of the banner.
    if (!banner || !host.parentElement?.getClientRects()[0]) return;
    const wasHidden = isHidden;
    isHidden = !(banner.open === false ? query('[role=status]') : banner)?.offsetHeight;
    if (isHidden) {
      // An invisible modal banner would leave the page inert. Not by close(), after which the banner opens again.
      banner.remove();
      root.prepend(banner);
      banner.removeAttribute('open');
      // A filter list or the page's styles hide the banner. The visitor was not asked, so nothing is granted.
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
    stops.push(mount({ state, locale: withOwnTexts(locale, state.options) }, win, mounted.words));
    if (part?.value)
      doc.querySelector(host.localName)?.shadowRoot?.querySelector<HTMLElement>(`[part="${part}"]`)?.focus();
  };
  const changed = () => {
    if (lang === doc.documentElement.lang) return;
    lang = doc.documentElement.lang;
    // If the texts do not load, the old ones stay.
    speak().catch(() => {});
  };

  // `mount` inserted it below a modal dialog of the page.
  if ('showPopover' in host && !host.matches(':popover-open')) host.remove();
  const kept = keep(host, doc, placed, changed);
  if (host.parentElement) seen.observe(host.parentElement);
  // The page may have changed before this file loaded.
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
