import { ours } from './ours.js';

/** Milliseconds after which an element that was put back counts as left in peace. */
const PEACE_MS = 1000;

/** What pages do that concerns the interface: routers and mergers replace markup, dialogs close and hide, languages change. */
export const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributeFilter: ['open', 'lang', 'inert', 'aria-hidden'],
};

/** What has the focus, in whatever shadow root of the page. */
const focusedIn = ({ activeElement }: DocumentOrShadowRoot): Element | null =>
  activeElement?.shadowRoot?.activeElement ? focusedIn(activeElement.shadowRoot) : activeElement;

/** The modal dialog of the page that is on top: the focus is in it, and whatever lies outside is inert, even in the top layer. */
function topModal(doc: Document): Element | undefined {
  for (let node: Node | null = focusedIn(doc); node; node = node.parentNode ?? (node as ShadowRoot).host)
    if ((node as Partial<Element>).matches?.('dialog:modal') && !ours.has((node.getRootNode() as ShadowRoot).host))
      return node as Element;
  return [...doc.querySelectorAll('dialog:modal')].pop();
}

/**
 * Keeps an element first in the body, or in the modal dialog that was open as it came, also where the page replaces its
 * markup. Whoever takes it out each time wins: the tries become rarer and rarer.
 *
 * @param placed Called each time it was put somewhere.
 * @param changed Called when something has changed in the page.
 */
export function keep(host: HTMLElement, doc: Document, placed = () => {}, changed = () => {}) {
  let tries = 0;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isInPlace = () => {
    const { parentNode, isConnected } = host;
    return parentNode === doc.body || (isConnected && (parentNode as HTMLDialogElement).open);
  };
  const put = () => {
    timer = undefined;
    // Where there are no popovers, nothing comes before a dialog.
    const modal = 'showPopover' in host && topModal(doc);
    if (host.isConnected ? isInPlace() : !doc.body) return;
    // Caches of routers give copies back.
    for (const copy of doc.querySelectorAll(host.localName)) copy.remove();
    (modal || doc.body).prepend(host);
    since = Date.now();
    observer.observe(host.getRootNode(), WATCHED);
    placed();
  };
  const show = () => {
    // Dialog libraries hide whatever is not theirs.
    host.removeAttribute('inert');
    host.removeAttribute('aria-hidden');
  };
  const observer = new MutationObserver(() => {
    show();
    changed();
    if (timer || isInPlace()) return;
    tries = Date.now() - since < PEACE_MS ? tries + 1 : 0;
    // The first time before anybody sees it missing.
    if (tries) timer = setTimeout(put, 2 ** tries);
    else put();
  });
  observer.observe(doc, WATCHED);
  show();
  put();
  return {
    /** Puts it back now, whoever took it out. */
    put,
    /** Takes it away. */
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      host.remove();
    },
  };
}
