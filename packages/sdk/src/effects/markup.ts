import type { Env } from '../env/env.js';

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

/** Releases and holds everything that is not a script: frames, pictures, links, media, templates. */
export function createMarkup({ doc }: Env, addScript: (script: HTMLScriptElement) => void) {
  const copies = new WeakMap<HTMLElement, ChildNode[]>();

  /** Puts a copy of the content behind the template. Its scripts run in the queue's order, and only the first time. */
  const insert = (template: HTMLTemplateElement) => {
    const first = !copies.has(template);
    const content = doc.importNode(template.content, true);
    const scripts = [...content.querySelectorAll<HTMLScriptElement>('script:not([data-consent])')];
    for (const script of scripts) {
      if (script.type) script.dataset.type = script.type;
      script.type = 'text/plain';
    }
    copies.set(template, [...content.childNodes]);
    template.after(content);
    if (first) scripts.forEach(addScript);
  };

  return (element: HTMLElement, on: boolean): void => {
    if (element.localName !== 'template') switchAddresses(element, on);
    else if (on) insert(element as HTMLTemplateElement);
    else for (const node of copies.get(element) ?? []) node.remove();
  };
}
