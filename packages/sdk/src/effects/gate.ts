import type { Env } from '../env/env.js';
import type { Problem } from '../policy/problems.js';
import type { State } from '../state/types.js';
import { afterPaint } from './after-paint.js';
import { watchElements } from './elements.js';
import { createMarkup } from './markup.js';
import { createScriptQueue, SLICE_MS } from './script-queue.js';

/** The parser may have brought only the start of an element; what has something behind it is whole. */
const isWhole = (node: Node | null): boolean => !!node && (!!node.nextSibling || isWhole(node.parentNode));

/** Holds every `[data-consent]` element until each of its categories is granted. */
export function gate(state: State, env: Env): void {
  const { win, doc } = env;
  /** Every tag that can still change, and whether it is released. */
  const tags = new Map<HTMLElement, boolean>();
  const said = new Set<string>();
  /** The last element found, while the parser may still be at it. */
  let newest: HTMLElement | undefined;

  const sayOnce = (...problem: Problem) => {
    const text = problem.join();
    if (!said.has(text)) state.inputs.report(problem);
    said.add(text);
  };
  const allowed = (element: HTMLElement) => {
    const { granted } = state.$consent.get();
    return (element.dataset.consent as string).split(/[\s,]+/).every((key) => {
      if (!Object.hasOwn(granted, key)) sayOnce('category', key, Object.keys(granted));
      return granted[key] === true;
    });
  };
  const scripts = createScriptQueue(env, (script) => {
    // A script out of a template names no category: it comes and goes with the template.
    const run = script.dataset.consent === undefined || allowed(script);
    if (!run) tags.set(script, false);
    return run;
  });
  const markup = createMarkup(env, scripts.add);

  const update = (element: HTMLElement) => {
    const on = allowed(element);
    if (on === tags.get(element) || (doc.readyState === 'loading' && !isWhole(element))) return;
    if (element.localName === 'script') {
      tags.delete(element);
      scripts.add(element as HTMLScriptElement);
    } else {
      tags.set(element, on);
      markup(element, on);
    }
  };
  const updateAll = () => {
    const end = win.performance.now() + SLICE_MS;
    for (const element of tags.keys()) {
      if (!element.isConnected) tags.delete(element);
      else if (win.performance.now() > end) {
        win.setTimeout(updateAll);
        return;
      } else update(element);
    }
  };

  watchElements(env, '[data-consent]', (element) => {
    if (scripts.live.has(element) || tags.has(element)) return;
    if (element.localName === 'script' && (element as HTMLScriptElement).type !== 'text/plain') return sayOnce('ungated');
    tags.set(element, false);
    if (newest && tags.has(newest)) update(newest);
    update((newest = element));
  });
  env.stops.push(state.$consent.listen(() => afterPaint(env, updateAll)));
  env.listen(doc, 'DOMContentLoaded', updateAll);
}
