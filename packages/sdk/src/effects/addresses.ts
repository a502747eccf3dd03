/** Where a page names what the browser fetches by itself, and asks somebody: unlike what pages put in the place of a picture. */
const ADDRESS = /^(src(set|doc)?|href|poster|data)=(?!about:b|data:i|$)/;

/** An element, and those inside it that load something and have no mark of their own. */
export const partsOf = (element: HTMLElement): HTMLElement[] => [
  element,
  ...element.querySelectorAll<HTMLElement>(':is([src],[srcset]):not([data-consent],script)'),
];

/**
 * Takes the addresses of an element and its parts away and keeps them in their `data-…` twins. Returns whether there was one.
 * A frame that has been out of the page is a fresh one for the browser, and the same for whoever keeps it: this adds nothing
 * to the history, and no history fills it again.
 */
export function takeAddresses(element: HTMLElement): boolean | undefined {
  let found: boolean | undefined;
  for (const part of partsOf(element)) {
    const { parentNode, nextSibling } = part;
    for (const { name, value } of [...part.attributes])
      if (ADDRESS.test(`${name}=${value}`)) {
        part.remove();
        part.dataset[name] ??= value;
        part.removeAttribute(name);
        parentNode?.insertBefore(part, nextSibling);
        found = true;
      }
  }
  // A media element does not notice that its sources changed.
  (element as Partial<HTMLMediaElement>).load?.();
  return found;
}
