import type { Env } from '../env/env.js';
import { LAZY } from '../policy/lazy.js';

// A released frame or picture that has no `loading` of its own is marked as lazy once it loads, so that a copy which somebody keeps
// (the cache of a router, a carousel, an editor) waits until it is in sight: time enough to take its address where it is no longer
// allowed.

/** What is loading goes on; what has waited begins. */
export function hurry(part: Element): void {
  if (!part.hasAttribute(LAZY)) return;
  part.removeAttribute('loading');
  part.removeAttribute(LAZY);
}

/** A turn later: browsers begin to load a picture after the code that gives its address. */
export function slowDown({ win }: Env, part: Element): void {
  // Firefox loads once more what becomes lazy while it is in sight. This is Chromium's alone.
  if (!('webkitRequestFileSystem' in win) || !/^(iframe|img)$/.test(part.localName) || part.hasAttribute('loading'))
    return;
  win.setTimeout(() => {
    if (part.hasAttribute('loading') || !(part.hasAttribute('src') || part.hasAttribute('srcset'))) return;
    part.setAttribute(LAZY, '');
    part.setAttribute('loading', 'lazy');
  });
}
