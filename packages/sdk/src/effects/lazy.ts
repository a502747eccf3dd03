import type { Env } from '../env/env.js';
import { LAZY } from '../policy/lazy.js';

// A released frame or image without `loading` is marked as lazy once it loads. A copy that a router's cache, a carousel or an editor
// inserts later then loads only when it is in sight, which leaves time to take its address if it is no longer allowed:
// https://html.spec.whatwg.org/multipage/urls-and-fetching.html#lazy-loading-attributes

/** Lets an element load at once that waits to be in sight. */
export function hurry(part: Element): void {
  if (!part.hasAttribute(LAZY)) return;
  part.removeAttribute('loading');
  part.removeAttribute(LAZY);
}

/**
 * Marks an element as lazy, in a later task: browsers start to load an image after the script that sets its address,
 * https://html.spec.whatwg.org/multipage/images.html#update-the-image-data
 */
export function slowDown({ win }: Env, part: Element): void {
  // Chromium only: Firefox loads an image again that becomes lazy while it is in sight.
  if (!('webkitRequestFileSystem' in win) || !/^(iframe|img)$/.test(part.localName) || part.hasAttribute('loading'))
    return;
  win.setTimeout(() => {
    if (part.hasAttribute('loading') || !(part.hasAttribute('src') || part.hasAttribute('srcset'))) return;
    part.setAttribute(LAZY, '');
    part.setAttribute('loading', 'lazy');
  });
}
