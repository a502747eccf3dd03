import type { Env } from '../env/env.js';
import { renew, takeAddresses } from './addresses.js';
import { hurry, slowDown, slowDownHeld } from './lazy.js';
import { endOnce, isAnother } from './once.js';
import { ADDRESSES, partsOf } from './parts.js';
import { COPY, templates } from './templates.js';

const attributeFilter = ['data-consent', ...ADDRESSES.flatMap((name) => [name, `data-${name}`])];

/** The addresses that each element got last. */
const given = new WeakMap<Element, Record<string, string>>();

/** A media element ignores changes to its sources: https://html.spec.whatwg.org/multipage/embedded-content.html#the-source-element */
const reload = (element: Partial<HTMLMediaElement>) => element.load?.();

/** Copies the addresses of an element and of the elements inside it from their `data-…` twins. The twins stay for the next time. */
function giveAddresses(env: Env, element: HTMLElement): void {
  let changed = false;
  for (const part of partsOf(element)) {
    const last = given.get(part) ?? {};
    // The page made a copy of a released element.
    if (!given.has(part)) hurry(part);
    given.set(part, last);
    for (const name of ADDRESSES) {
      const twin = part.dataset[name];
      const now = part.getAttribute(name);
      // DOM merges remove the address, and frameworks change the twin. The page may set another address itself, to stop a film.
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

/**
 * Releases everything that is not a script: frames, images, links, media, templates; and holds it again.
 *
 * @param queue Scripts of the gate that wait for their turn.
 * @param updateAll Lets the gate decide again about every marked element.
 * @param held Called for each element that waits, and again whenever it may have changed.
 */
export function markup(
  env: Env,
  queue: HTMLElement[],
  updateAll: () => void,
  held: (element: HTMLElement) => void,
): (element: HTMLElement, on: boolean) => void {
  const switchTemplate = templates(env, queue);
  const released = new WeakSet<Element>();
  const update = (element: HTMLElement) => {
    if (released.has(element)) giveAddresses(env, element);
    else {
      takeAddresses(element);
      for (const part of partsOf(element)) {
        given.delete(part);
        slowDownHeld(part);
      }
      reload(element as Partial<HTMLMediaElement>);
      held(element);
    }
  };
  // DOM merges and frameworks set, remove and change addresses.
  const observer = new env.win.MutationObserver((records) => {
    const changed = new Set(records.map(({ target }) => (target as Element).closest<HTMLElement>('[data-consent]')));
    const others = [...changed].filter((element) => element && isAnother(element)) as HTMLElement[];
    others.forEach(endOnce);
    const isHeld = ({ target }: MutationRecord) =>
      !released.has((target as Element).closest('[data-consent]') as Element);
    // React patches one frame into another: what was granted for the first is not for the second. And what is held got an
    // address, from a lazy loader for example: the gate takes it away, and says so.
    if (others[0] || records.some((record) => record.attributeName === 'data-consent' || isHeld(record))) updateAll();
    for (const element of changed) if (element) update(element);
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
