import type { Env } from '../env/env.js';
import { trusted } from './trusted.js';

/** A script that has neither loaded nor failed by then no longer holds up those behind it. Milliseconds. */
const HANGING_MS = 3000;

/**
 * A live copy of a held script, with all its attributes. Made anew, because a script that came by `innerHTML` counts as
 * run and so does its clone. Where Trusted Types forbid us our policy, a clone it is: that needs none for `src`.
 * Without the `async` attribute it is still fetched and run on its own, so that none waits for one that hangs.
 */
export function activate(env: Env, held: HTMLScriptElement): HTMLScriptElement {
  let live = env.doc.createElement('script');
  try {
    for (const { name, value } of held.attributes)
      live.setAttribute(name, name === 'src' ? trusted(env, 'createScriptURL', value) : value);
    if (!live.src) live.text = trusted(env, 'createScript', held.text);
  } catch {
    live = held.cloneNode(true) as HTMLScriptElement;
  }
  live.type = held.dataset.type ?? '';
  // The attribute reads as empty once the browser has hidden the nonce.
  live.nonce = held.nonce;
  return live;
}

/**
 * Resolves when a script has loaded, failed, or taken too long; at the next turn where there is nothing to load, or no
 * browser of today runs it.
 */
export const loadedOrTimedOut = (win: Window, script?: HTMLScriptElement): Promise<unknown> =>
  new Promise((done) => {
    for (const event of ['load', 'error']) script?.addEventListener(event, done);
    win.setTimeout(done, script?.src && !script.noModule ? HANGING_MS : 0);
  });
