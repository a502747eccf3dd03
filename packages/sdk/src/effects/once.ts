import { ADDRESSES, partsOf } from './parts.js';

/**
 * A marked element. `askfirst`, if it is there, stands for what `data-consent` says: a visitor loads this one element without an answer.
 * It is a property, so that no copy of the element and no stored markup has it.
 */
export type Marked = HTMLElement & { askfirst?: string | undefined };

/** What each element that is loaded once would show. */
const contents = new WeakMap<Element, string>();

const contentOf = (element: HTMLElement) =>
  partsOf(element)
    .map(({ dataset }) => [dataset.consent, ...ADDRESSES.map((name) => dataset[name])])
    .join();

/** Whether the page itself has set another address. */
const isMoved = (part: HTMLElement) => {
  const now = part.getAttribute('src');
  return now !== null && now !== part.dataset.src;
};

/** Lets an element load as it is now. Whoever calls it lets the gate decide again. */
export function loadOnce(element: Marked): void {
  contents.set(element, contentOf(element));
  element.askfirst = 'necessary';
}

/** From now on the visitor's answer counts again. */
export function endOnce(element: Marked): void {
  contents.delete(element);
  delete element.askfirst;
}

/** Whether an element that is loaded once has become another: React patches one frame into the next. */
export const isAnother = (element: HTMLElement): boolean =>
  contents.has(element) && (contents.get(element) !== contentOf(element) || partsOf(element).some(isMoved));
