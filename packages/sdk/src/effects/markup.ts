const HELD = /^data-(src|srcset|href|poster|data)$/;

/**
 * Gives an element and its parts their addresses, or takes them away.
 * The `data-…` twins stay, so that this can go on for ever.
 */
function switchAddresses(element: HTMLElement, on: boolean): void {
  for (const part of [element, ...element.querySelectorAll('source,track,img')])
    for (const { name, value } of [...part.attributes]) {
      const address = HELD.exec(name)?.[1];
      if (address) on ? part.setAttribute(address, value) : part.removeAttribute(address);
    }
  // A media element does not notice that its sources changed.
  (element as Partial<HTMLMediaElement>).load?.();
}

/** What each template has put into the page. */
const copies = new WeakMap<Element, ChildNode[]>();

/**
 * Releases and holds everything that is not a script: frames, pictures, links, media, templates.
 * A template's scripts go to the head of the queue, and only the first time.
 */
export function markup(doc: Document, queue: HTMLElement[]) {
  return (element: HTMLElement, on: boolean): void => {
    if (element.localName !== 'template') switchAddresses(element, on);
    else if (on) {
      // Given again: the same nodes, whose scripts have run.
      const nodes = copies.get(element);
      if (nodes) {
        if (!nodes.some((node) => node.isConnected)) element.after(...nodes);
        return;
      }
      const content = doc.importNode((element as HTMLTemplateElement).content, true);
      const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
      for (const script of scripts) {
        // Held once more by the owner, for the browsers that look ahead into templates.
        if (script.type && script.type !== 'text/plain') script.dataset.type = script.type;
        script.type = 'text/plain';
      }
      queue.unshift(...scripts);
      copies.set(element, [...content.childNodes]);
      element.after(content);
    } else for (const node of copies.get(element) ?? []) node.remove();
  };
}
