import { expect } from '@playwright/test';
import type { Path, Tab } from './engine.js';

/**
 * Runs in the page: the element at a path, its text, whether it is on, or where it is on the screen; null if it is not there
 * or, for the place, not to be seen.
 */
export function find(
  path: Path,
  wanted: 'element' | 'place' | 'text' | 'checked' = 'element',
): HTMLElement | string | boolean | null {
  let root: ParentNode = document;
  let element: HTMLElement | null = null;
  for (const selector of path) {
    element = root.querySelector<HTMLElement>(selector);
    if (!element) return null;
    root = element.shadowRoot ?? element;
  }
  if (wanted === 'element' || !element) return element;
  if (wanted === 'text') return element.textContent.trim();
  if (wanted === 'checked') return (element as HTMLInputElement).checked;
  const { x, y, width, height } = element.getBoundingClientRect();
  const isSeen = element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
  return isSeen ? [x, y, width, height].map(Math.round).join() : null;
}

type Evaluates = Pick<Tab, 'evaluate'>;

/** Whether a visitor can see the element at a path. */
export const isSeen = async (tab: Evaluates, path: Path): Promise<boolean> =>
  (await tab.evaluate(find, path, 'place')) !== null;

export const textOf = (tab: Evaluates, path: Path) => tab.evaluate(find, path, 'text') as Promise<string | null>;

/** What a visitor can read at a path: nothing if it is hidden or not there. */
export const seenText = async (tab: Evaluates, path: Path): Promise<string> =>
  (await isSeen(tab, path)) ? ((await textOf(tab, path)) ?? '') : '';

/** Whether a switch or box is on; null if it is not there. */
export const isOn = (tab: Evaluates, path: Path) => tab.evaluate(find, path, 'checked') as Promise<boolean | null>;

/** Waits until an element can be seen and stands still, as a pointer needs it. */
export async function standsStill(tab: Evaluates, path: Path): Promise<void> {
  let last: unknown = null;
  const isStill = async () => {
    const before = last;
    last = await tab.evaluate(find, path, 'place');
    return last !== null && last === before;
  };
  await expect.poll(isStill, { intervals: [50], message: `${path.join(' → ')} is seen and stands still` }).toBe(true);
}
