import type { Env } from '../env/env.js';
import { trusted } from './trusted.js';

/** A script that has neither loaded nor failed by then no longer holds up those behind it. Milliseconds. */
const HANGING_MS = 3000;
/** Work at a stretch before the page gets its turn. Milliseconds. */
export const SLICE_MS = 8;

/**
 * A live copy of a held script. Cloning keeps every attribute and needs no Trusted Types for `src`;
 * a copy without the `async` attribute is still fetched and run on its own, so that none waits for one that hangs.
 */
function makeLive(env: Env, held: HTMLScriptElement): HTMLScriptElement {
  const live = held.cloneNode(true) as HTMLScriptElement;
  live.type = held.dataset.type ?? '';
  // The attribute reads as empty once the browser has hidden the nonce.
  live.nonce = held.nonce;
  if (!live.src) live.text = trusted(env, 'createScript', held.text);
  return live;
}

export interface ScriptQueue {
  /** The copies that took the place of held scripts. */
  readonly live: WeakSet<Element>;
  add(script: HTMLScriptElement): void;
}

/**
 * Runs held scripts as the parser would have: `async` ones at once, classic ones in document order,
 * `defer` and modules after them and after parsing. Each waits for the one before, but not for ever.
 */
export function createScriptQueue(env: Env, allowed: (script: HTMLScriptElement) => boolean): ScriptQueue {
  const { win, doc } = env;
  const ordered: HTMLScriptElement[] = [];
  const deferred: HTMLScriptElement[] = [];
  const live = new WeakSet<Element>();
  let running = false;

  const activate = (script: HTMLScriptElement) => {
    const copy = makeLive(env, script);
    live.add(copy);
    script.replaceWith(copy);
    return copy;
  };
  const run = async () => {
    if (running) return;
    running = true;
    let end = win.performance.now() + SLICE_MS;
    for (;;) {
      const script = ordered.shift() ?? (doc.readyState === 'loading' ? undefined : deferred.shift());
      if (!script) break;
      if (!script.isConnected || !allowed(script)) continue;
      const copy = activate(script);
      const late = win.performance.now() > end;
      if (copy.src || late) {
        await new Promise((done) => {
          for (const event of ['load', 'error']) copy.addEventListener(event, done);
          win.setTimeout(done, copy.src ? HANGING_MS : 0);
        });
        end = win.performance.now() + SLICE_MS;
      }
    }
    running = false;
  };
  env.listen(doc, 'DOMContentLoaded', run);

  return {
    live,
    add(script) {
      if (script.hasAttribute('async')) activate(script);
      else (script.defer || script.dataset.type === 'module' ? deferred : ordered).push(script);
      run();
    },
  };
}
