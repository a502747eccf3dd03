import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import { takeAddresses } from './addresses.js';
import { afterPaint } from './after-paint.js';
import type { Chunks, Loaders } from './loaders.js';
import type { Marked } from './once.js';
import { activate, loadedOrTimedOut } from './scripts.js';

export const TAGS = '[data-consent]';
/** How long the gate works before it lets the page go on. Milliseconds. */
const SLICE_MS = 8;

/** Whether an element is released. A script that ran is replaced by its live copy, which stays released. */
const released = new WeakMap<Element, boolean>();

export const asScript = (element: HTMLElement | null) =>
  element?.localName === 'script' ? (element as HTMLScriptElement) : undefined;

/**
 * Holds every `[data-consent]` element until each of its categories is granted, then releases them in document order.
 * Scripts run as the parser would have run them (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element):
 * `async` ones at once, others after the one before, for which they wait 3 seconds at most; `defer` and modules not before the page
 * is parsed.
 *
 * @returns A function to call with each such element in document order, and without one when the page has grown.
 */
export function gate(state: State, env: Env, loaders: Loaders): (element?: HTMLElement) => void {
  const { win, doc } = env;
  const queue: HTMLElement[] = [];
  /** The last script that has run, by its markup. */
  const ran: Record<string, Element> = {};
  /** Loaded with the first element that is not a script. Nothing waits for those. */
  let switchMarkup: ReturnType<Chunks['markup']['markup']> | undefined;
  let running = false;

  const isOnce = (element: HTMLElement) => element.dataset.consentRepeat === undefined;
  const allowed = (element: Marked) =>
    // A script out of a template has no `data-consent`: it comes and goes with the template.
    (element.askfirst ?? element.dataset.consent ?? 'necessary')
      .split(/[\s,]+/)
      .every((some) => some.split('|').some((key) => state.consentFor(key).granted[key]));
  /** @returns What the next script has to wait for. */
  const run = (script: HTMLScriptElement) => {
    // Without marks that routers add, such as `data-astro-exec=""`.
    const key = script.outerHTML.replace(/ \S+=""/g, '');
    // The same script ran and has left the page: a router, a DOM merge or a cache of views inserts it again.
    if (ran[key]?.isConnected === false && isOnce(script)) return;
    const live = (ran[key] = activate(env, script));
    released.set(live, true);
    script.replaceWith(live);
    const loading = live.src && loadedOrTimedOut(win, live);
    // Code that stores the page's markup stores a held tag. Once a script has started, its type has no effect.
    live.type = 'text/plain';
    return loading;
  };
  const work = async () => {
    if (running) return;
    running = true;
    let end = Date.now() + SLICE_MS;
    let element: HTMLElement | undefined;
    while ((element = queue[0])) {
      const script = asScript(element);
      if (
        doc.readyState === 'loading' &&
        (script?.defer ||
          script?.dataset.type === 'module' ||
          // The parser may not have read all of its content yet.
          !(script?.src || element.nextSibling))
      )
        break;
      queue.shift();
      let loading: unknown;
      // Removed from the page, or no longer allowed. It may be released later.
      if (!element.isConnected || (script && !allowed(element))) released.delete(element);
      else if (script) loading = run(script);
      else
        try {
          switchMarkup ??= (await loaders.chunk('markup')).markup(state, env, queue, updateAll);
          switchMarkup(element, allowed(element));
        } catch (error) {
          state.inputs.report(['interface', error]);
        }
      if (loading || Date.now() > end) {
        await (loading || loadedOrTimedOut(win));
        end = Date.now() + SLICE_MS;
      }
    }
    running = false;
  };
  const update = (element: HTMLElement) => {
    const on = allowed(element);
    const was = released.get(element);
    const script = asScript(element);
    const early = script ? script.type !== 'text/plain' : !on && takeAddresses(element);
    if (early && !was) state.inputs.report(['ungated', element]);
    if (!on && !script) switchMarkup?.(element, on);
    if (script && (was ? isOnce(script) : early)) return;
    // What is no script is watched from the start: a lazy loader would give it its address.
    if (early || on !== (script ? !!was : was)) {
      released.set(element, on);
      if (on && script?.src && (script.attributes as unknown as { async?: Attr }).async) run(script);
      // Also an element that had its plain address: from now on its address is watched.
      else queue.push(element);
    }
  };
  const updateAll = () => {
    doc.querySelectorAll<HTMLElement>(TAGS).forEach(update);
    work();
  };

  env.onEvent(doc, 'DOMContentLoaded', updateAll);
  env.stops.push(state.$consent.listen(() => afterPaint(env, updateAll)));
  return (element) => {
    if (element) update(element);
    work();
  };
}
