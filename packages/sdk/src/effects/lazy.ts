import type { Env } from '../env/env.js';
import { LAZY } from '../policy/lazy.js';

// A released frame or image without `loading` is marked as lazy once it loads. A copy that a router's cache, a carousel or an editor
// inserts later then loads only when it is in sight, which leaves time to take its address if it is no longer allowed. A held one is
// marked, too, for the case that a lazy loader gives it its address:
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#lazy-loading-attributes

const canWait = (part: Element) => /^(iframe|img)$/.test(part.localName) && !part.hasAttribute('loading');

function mark(part: Element, what: 'released' | 'held'): void {
  part.setAttribute(LAZY, what);
  part.setAttribute('loading', 'lazy');
}

/** Marks a held element as lazy, at once: it has no address yet. */
export function slowDownHeld(part: Element): void {
  if (canWait(part)) mark(part, 'held');
}

/** Lets an element load at once that waits to be in sight. */
export function hurry(part: Element): void {
  if (!part.hasAttribute(LAZY)) return;
  part.removeAttribute('loading');
  part.removeAttribute(LAZY);
}

/**
 * Marks a released element as lazy, in a later task: browsers start to load an image after the script that sets its address,
 * https://html.spec.whatwg.org/multipage/images.html#update-the-image-data
 */
export function slowDown({ win }: Env, part: Element): void {
  // Chromium only: Firefox loads an image again that becomes lazy while it is in sight.
  if (!('webkitRequestFileSystem' in win) || !canWait(part)) return;
  win.setTimeout(() => {
    if (canWait(part) && (part.hasAttribute('src') || part.hasAttribute('srcset'))) mark(part, 'released');
  });
}
