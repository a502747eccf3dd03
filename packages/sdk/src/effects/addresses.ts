/** Where a page names what the browser fetches by itself, and asks somebody: unlike what pages put in the place of a picture. */
const ADDRESS = /^(src(set|doc)?|href|poster|data)=(?!about:b|data:i|$)/;

/** Takes the addresses of an element and those inside it away and keeps them in their `data-…` twins. Returns whether there was one. */
export function takeAddresses(element: HTMLElement, taken?: (part: HTMLElement) => void): boolean {
  let found = false;
  for (const part of [element, ...element.querySelectorAll<HTMLElement>('[src],[srcset]')])
    for (const { name, value } of [...part.attributes])
      if (ADDRESS.test(`${name}=${value}`)) {
        found = true;
        part.dataset[name] ??= value;
        part.removeAttribute(name);
        taken?.(part);
      }
  return found;
}
