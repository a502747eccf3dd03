import type { Env } from '../env/env.js';

/**
 * Calls `found` for every element that matches, in document order: those in the page, those that the parser adds, and those that
 * scripts insert later. It may find an element more than once.
 *
 * @param grown Called whenever nodes were added.
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
    // Skip nodes whose parent was added in the same batch: searching the parent finds them.
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
