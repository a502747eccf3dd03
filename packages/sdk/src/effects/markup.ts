import type { Env } from '../env/env.js';
import { COPY, templates } from './templates.js';

const ADDRESSES = ['src', 'srcset', 'srcdoc', 'href', 'poster', 'data'];

/** The addresses that each part got last. */
const given = new WeakMap<Element, Record<string, string>>();

/** Gives an element and its parts the addresses of their twins. The twins stay, so that this can go on for ever. */
function giveAddresses(element: HTMLElement): void {
  let changed = false;
  const held = ':is([data-src],[data-srcset]):not([data-consent],script)';
  for (const part of [element, ...element.querySelectorAll<HTMLElement>(held)]) {
    const { parentNode, nextSibling, dataset } = part;
    const last = given.get(part) ?? {};
    given.set(part, last);
    for (const name of ADDRESSES) {
      const twin = dataset[name];
      const now = part.getAttribute(name);
      // A merge takes the address away, and a framework changes the twin. The page may put something else there, to stop a film.
      if (twin !== undefined && twin !== now && (now === null || twin !== last[name])) {
        changed = true;
        // A fresh frame, as when it is taken away.
        part.remove();
        part.setAttribute(name, twin);
      }
      last[name] = twin ?? '';
    }
    if (!part.parentNode) parentNode?.insertBefore(part, nextSibling);
  }
  // A media element does not notice that its sources changed.
  if (changed) (element as Partial<HTMLMediaElement>).load?.();
}

/** Releases everything that is not a script: frames, pictures, links, media, templates; and takes templates' content away. */
export function markup(env: Env, queue: HTMLElement[]): (element: HTMLElement, on: boolean) => void {
  const switchTemplate = templates(env, queue);
  const released = new WeakSet<Element>();
  // Merges of markup and frameworks take addresses and change them.
  const observer = new env.win.MutationObserver((records) => {
    for (const { target } of records) {
      const element = (target as Element).closest<HTMLElement>('[data-consent]');
      if (element && released.has(element)) giveAddresses(element);
    }
  });
  env.stops.push(() => observer.disconnect());
  return (element, on) => {
    if (element.localName === 'template') switchTemplate(element as HTMLTemplateElement, on);
    else if (on) {
      giveAddresses(element);
      released.add(element);
      const attributeFilter = ADDRESSES.flatMap((name) => [name, `data-${name}`]);
      observer.observe(element, { attributeFilter, subtree: true });
    } else {
      released.delete(element);
      if (element.hasAttribute(COPY)) element.remove();
    }
  };
}
