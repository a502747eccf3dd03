/** Where a page names what the browser fetches by itself, and asks somebody: unlike what pages put in the place of a picture. */
const ADDRESS = /^(src(set|doc)?|href|poster|data)=(?!about:|data:i|$)/;

/**
 * Takes an element out of the page and puts it back. A frame is a fresh one for the browser then, and the same for whoever
 * keeps it: what it was loading stops, its change adds nothing to the history, and no history fills it again.
 */
export const renew = (part: HTMLElement): void => part.before(part);

/**
 * Takes the addresses of an element and those inside it away and keeps them in their `data-…` twins. Returns whether there
 * was one.
 */
export function takeAddresses(element: HTMLElement): boolean | undefined {
  let found: boolean | undefined;
  for (const part of [element, ...element.querySelectorAll<HTMLElement>('[src],[srcset]')])
    for (const { name, value } of [...part.attributes])
      if (ADDRESS.test(`${name}=${value}`)) {
        found = true;
        part.dataset[name] ??= value;
        part.removeAttribute(name);
        renew(part);
      }
  return found;
}
