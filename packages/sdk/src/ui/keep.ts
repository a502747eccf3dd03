import { ours } from './ours.js';

/** Milliseconds after which the page counts as having accepted an element that was put back. */
const PEACE_MS = 1000;

/** Changes in a page that concern the interface: routers and DOM merges replace markup, dialogs open and close, the language changes. */
export const WATCHED: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributeFilter: ['open', 'lang', 'inert', 'aria-hidden'],
};

/** The element with the focus, in any shadow root of the page. */
const focusedIn = ({ activeElement }: DocumentOrShadowRoot): Element | null =>
  activeElement?.shadowRoot?.activeElement ? focusedIn(activeElement.shadowRoot) : activeElement;

/**
 * The modal dialog of the page that is on top. The focus is in it, and everything outside is inert, also in the top layer:
 * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
 */
function topModal(doc: Document): Element | undefined {
  for (let node: Node | null = focusedIn(doc); node; node = node.parentNode ?? (node as ShadowRoot).host)
    if ((node as Partial<Element>).matches?.('dialog:modal') && !ours.has((node.getRootNode() as ShadowRoot).host))
      return node as Element;
  return [...doc.querySelectorAll('dialog:modal')].pop();
}

/**
 * Keeps an element first in the body, or in the modal dialog that was open when it was inserted, also if the page replaces its
 * markup. If the page removes it again and again, it is put back less and less often.
 *
 * @param placed Called each time it was inserted.
 * @param changed Called when the page has changed.
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
    // Without popovers the element cannot be above a dialog anyway.
    const modal = 'showPopover' in host && topModal(doc);
    if (host.isConnected ? isInPlace() : !doc.body) return;
    // Routers restore copies from their caches.
    for (const copy of doc.querySelectorAll(host.localName)) copy.remove();
    (modal || doc.body).prepend(host);
    since = Date.now();
    observer.observe(host.getRootNode(), WATCHED);
    placed();
  };
  const show = () => {
    // Dialog libraries make everything outside their dialog inert.
    host.removeAttribute('inert');
    host.removeAttribute('aria-hidden');
  };
  const observer = new MutationObserver(() => {
    show();
    changed();
    if (timer || isInPlace()) return;
    tries = Date.now() - since < PEACE_MS ? tries + 1 : 0;
    // The first time at once, before the browser paints without it.
    if (tries) timer = setTimeout(put, 2 ** tries);
    else put();
  });
  observer.observe(doc, WATCHED);
  show();
  put();
  return {
    /** Puts it back now. */
    put,
    /** Removes it. */
    stop() {
      clearTimeout(timer);
      observer.disconnect();
      host.remove();
    },
  };
}
