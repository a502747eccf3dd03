/** An attribute whose address makes the browser send a request. Placeholders, `about:` and `data:`, do not. */
const ADDRESS = /^(src(set|doc)?|href|poster|data)=(?!about:|data:i|$)/;

/**
 * Takes an element out of the page and puts it back. For the browser a frame is a new one then, while references of the page to
 * the element stay good: its load stops, its new address adds no entry to the history, and the history does not restore it.
 */
export const renew = (part: HTMLElement): void => part.before(part);

/**
 * Moves the addresses of an element and of the elements inside it to their `data-…` twins.
 *
 * @returns Whether there was one.
 */
export function takeAddresses(element: HTMLElement): boolean | undefined {
  let found: boolean | undefined;
  for (const part of [element, ...element.querySelectorAll<HTMLElement>('[src],[srcset]')])
    for (const { name, value } of [...part.attributes]) {
      // biome-ignore lint/style/useTemplate: every visitor would pay for it.
      if (ADDRESS.test(name + '=' + value)) {
        found = true;
        part.dataset[name] ??= value;
        part.removeAttribute(name);
        renew(part);
      }
    }
  return found;
}
