import type { Env } from '../env/env.js';
import { renew, takeAddresses } from './addresses.js';
import { hurry, slowDown } from './lazy.js';
import { COPY, templates } from './templates.js';

const ADDRESSES = ['src', 'srcset', 'srcdoc', 'href', 'poster', 'data'];
const attributeFilter = ADDRESSES.flatMap((name) => [name, `data-${name}`]);

/** The addresses that each part got last. */
const given = new WeakMap<Element, Record<string, string>>();

/** A media element does not notice that its sources changed. */
const reload = (element: Partial<HTMLMediaElement>) => element.load?.();

/** Gives an element and its parts the addresses of their twins. The twins stay, so that this can go on for ever. */
function giveAddresses(env: Env, element: HTMLElement): void {
  let changed = false;
  for (const part of [element, ...element.querySelectorAll<HTMLElement>(':not([data-consent],script,a)')]) {
    const last = given.get(part) ?? {};
    // A copy that is allowed.
    if (!given.has(part)) hurry(part);
    given.set(part, last);
    for (const name of ADDRESSES) {
      const twin = part.dataset[name];
      const now = part.getAttribute(name);
      // A merge takes the address away, and a framework changes the twin. The page may put something else there, to stop a film.
      if (twin !== undefined && twin !== now && (now === null || twin !== last[name])) {
        changed = true;
        hurry(part);
        renew(part);
        part.setAttribute(name, twin);
      }
      last[name] = twin ?? '';
    }
    slowDown(env, part);
  }
  if (changed) reload(element as Partial<HTMLMediaElement>);
}

/** Releases everything that is not a script: frames, pictures, links, media, templates; and holds it again. */
export function markup(env: Env, queue: HTMLElement[]): (element: HTMLElement, on: boolean) => void {
  const switchTemplate = templates(env, queue);
  const released = new WeakSet<Element>();
  const update = (element: HTMLElement) => {
    if (released.has(element)) giveAddresses(env, element);
    else {
      takeAddresses(element);
      reload(element as Partial<HTMLMediaElement>);
    }
  };
  // Merges of markup and frameworks give addresses, take them, and change them.
  const observer = new env.win.MutationObserver((records) => {
    for (const element of new Set(
      records.map(({ target }) => (target as Element).closest<HTMLElement>('[data-consent]')),
    ))
      if (element) update(element);
  });
  env.stops.push(() => observer.disconnect());
  return (element, on) => {
    if (element.localName === 'template') switchTemplate(element as HTMLTemplateElement, on);
    else {
      released[on ? 'add' : 'delete'](element);
      update(element);
      observer.observe(element, { attributeFilter, subtree: true });
      if (!on && element.hasAttribute(COPY)) element.remove();
    }
  };
}
