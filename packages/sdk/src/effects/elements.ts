import type { Env } from '../env/env.js';

/**
 * Calls `found` for every element that matches, in document order: those that are there, those the parser still brings,
 * and those a script inserts later. An element may be found more than once.
 *
 * @param grown Called whenever anything was added.
 */
export function watchElements(
  env: Env,
  selector: string,
  found: (element: HTMLElement) => void,
  grown: () => void,
): void {
  const search = (root: ParentNode) => root.querySelectorAll<HTMLElement>(selector).forEach(found);
  const observer = new env.win.MutationObserver((records) => {
    const added = new Set(records.flatMap(({ addedNodes }) => [...(addedNodes as NodeListOf<HTMLElement>)]));
    // What the parser brings lies in what it has just brought, and is found there.
    for (const node of added)
      if (node.matches && !added.has(node.parentNode as HTMLElement)) {
        if (node.matches(selector)) found(node);
        search(node);
      }
    grown();
  });
  search(env.doc);
  observer.observe(env.doc, { childList: true, subtree: true });
  env.stops.push(() => observer.disconnect());
}
