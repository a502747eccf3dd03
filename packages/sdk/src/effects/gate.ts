import type { Env } from '../env/env.js';
import type { State } from '../state/types.js';
import { takeAddresses } from './addresses.js';
import { afterPaint } from './after-paint.js';
import type { Loaders } from './loaders.js';
import type { markup } from './markup.js';
import { activate, loadedOrTimedOut } from './scripts.js';

export const TAGS = '[data-consent]';
/** Work at a stretch before the page gets its turn. Milliseconds. */
const SLICE_MS = 8;

/** What became of an element. A script that has run is its live copy, and released for good. */
const released = new WeakMap<Element, boolean>();

const asScript = (element: HTMLElement) =>
  element.localName === 'script' ? (element as HTMLScriptElement) : undefined;

/**
 * Holds every `[data-consent]` element until each of its categories is granted, then releases them in document order.
 * Scripts run as the parser would have run them: `async` ones at once, others after the one before, but not for ever;
 * `defer` and modules not before the page is parsed.
 * Returns what to call for each such element in document order, and when the page has grown.
 */
export function gate(state: State, env: Env, loaders: Loaders): (element?: HTMLElement) => void {
  const { win, doc } = env;
  const queue: HTMLElement[] = [];
  /** The last script that has run, by its markup. */
  const ran: Record<string, Element> = {};
  /** Loaded with the first element that is no script: those are not in a hurry. */
  let switchMarkup: ReturnType<typeof markup> | undefined;
  let running = false;

  const isOnce = ({ dataset }: HTMLElement) => dataset.consentRepeat === undefined;
  const allowed = ({ dataset }: HTMLElement) =>
    // A script out of a template names no category: it comes and goes with the template.
    (dataset.consent ?? 'necessary').split(/[\s,]+/).every((key) => state.consentFor(key).granted[key]);
  /** Returns what to wait for. */
  const run = (script: HTMLScriptElement) => {
    // Routers mark what they know (`data-astro-exec=""`).
    const key = script.outerHTML.replace(/ \S+=""/g, '');
    // One that ran has left the page: a router, a merge, or a cache of views brings it again.
    if (ran[key]?.isConnected === false && isOnce(script)) return;
    const live = activate(env, script);
    ran[key] = live;
    released.set(live, true);
    script.replaceWith(live);
    const loading = live.src && loadedOrTimedOut(win, live);
    // Whoever keeps the page's markup keeps a held tag. It means nothing to a script that has started.
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
          // The parser may have brought only the start of what an element holds.
          !(script?.src || element.nextSibling))
      )
        break;
      queue.shift();
      // Taken out of the page, or no longer allowed: it may come again.
      if (!element.isConnected || (script && !allowed(element))) released.delete(element);
      else {
        const loading = script && run(script);
        if (!script) {
          try {
            switchMarkup ??= (await loaders.chunk('markup')).markup(env, queue);
            switchMarkup(element, allowed(element));
          } catch (error) {
            state.inputs.report(['interface', error]);
          }
        }
        if (loading || Date.now() > end) {
          await (loading || loadedOrTimedOut(win));
          end = Date.now() + SLICE_MS;
        }
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
    if (early || on !== !!was) {
      released.set(element, on);
      if (on && script?.src && (script.attributes as unknown as { async?: Attr }).async) run(script);
      // What came with its address is watched from now on.
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
