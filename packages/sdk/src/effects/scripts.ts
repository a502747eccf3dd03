import type { Env } from '../env/env.js';
import { trusted } from './trusted.js';

/** How long scripts wait for the one before them to load or fail. Milliseconds. */
const HANGING_MS = 3000;

/**
 * A live copy of a held script, with all its attributes. A new element, because a script that was parsed by `innerHTML`, and any
 * clone of it, never runs: https://html.spec.whatwg.org/multipage/scripting.html#already-started. Only if Trusted Types forbid our
 * policy, it is a clone, whose `src` needs no policy. Inserted by script it loads as if `async`, so that no script of the page waits
 * for one that hangs: https://html.spec.whatwg.org/multipage/scripting.html#script-force-async
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
  live.type = held.dataset.type || '';
  // The browser hides the attribute: https://html.spec.whatwg.org/multipage/urls-and-fetching.html#nonce-attributes
  live.nonce = held.nonce;
  return live;
}

/**
 * Resolves when a script has loaded, failed, or taken too long; in the next task if there is nothing to load, or if the script is
 * `nomodule`, which browsers with modules do not run.
 */
export const loadedOrTimedOut = (win: Window, script?: HTMLScriptElement): Promise<unknown> =>
  new Promise((done) => {
    for (const event of ['load', 'error']) script?.addEventListener(event, done);
    win.setTimeout(done, script?.src && !script.noModule ? HANGING_MS : 0);
  });
